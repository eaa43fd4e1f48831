/// Keeping the search index in step with the register log.
@NullMarked
package org.breachregister.search.index;

import org.jspecify.annotations.NullMarked;
