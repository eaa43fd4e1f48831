/// What leaves the system: the published columns, representations, endpoints and problem details.
@NullMarked
package org.breachregister.api;

import org.jspecify.annotations.NullMarked;
