/// Keeping a copy of everything that cannot be made anew, and putting it back.
@NullMarked
package org.breachregister.core.backup;

import org.jspecify.annotations.NullMarked;
