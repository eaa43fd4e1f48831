/// The job that compiles a register edition, and the check of one.
@NullMarked
package org.breachregister.batch.edition;

import org.jspecify.annotations.NullMarked;
