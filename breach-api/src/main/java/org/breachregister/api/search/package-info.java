/// The search endpoint, and the addresses that its questions are written in.
@NullMarked
package org.breachregister.api.search;

import org.jspecify.annotations.NullMarked;
