/// Finding words in running text without trying every pattern at every place.
@NullMarked
package org.breachregister.core.text;

import org.jspecify.annotations.NullMarked;
