/// Output series and repeat breaches.
@NullMarked
package org.breachregister.search.pattern;

import org.jspecify.annotations.NullMarked;
