/// What the runs of every batch job have in common: their lock, their history and their numbers.
@NullMarked
package org.breachregister.batch.run;

import org.jspecify.annotations.NullMarked;
