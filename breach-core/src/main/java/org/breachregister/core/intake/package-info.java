/// Reading documents into submitted reports.
@NullMarked
package org.breachregister.core.intake;

import org.jspecify.annotations.NullMarked;
