/// Reading documents in processes of their own, which can reach nothing and may fail.
@NullMarked
package org.breachregister.core.intake.contained;

import org.jspecify.annotations.NullMarked;
