/// Published breaches, their release times, the append-only register log and the editions compiled
/// from it.
@NullMarked
package org.breachregister.core.publication;

import org.jspecify.annotations.NullMarked;
