/// Breaches as cases: what was received is kept here, verbatim, under an identifier that lasts.
@NullMarked
package org.breachregister.core.casework;

import org.jspecify.annotations.NullMarked;
