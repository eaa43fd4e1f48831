/// What programs are promised, held against the real server.
@NullMarked
package org.breachregister.web.api;

import org.jspecify.annotations.NullMarked;
