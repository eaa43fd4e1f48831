/// Finding published breaches again: what can be asked and what is answered, in our own words.
@NullMarked
package org.breachregister.search;

import org.jspecify.annotations.NullMarked;
