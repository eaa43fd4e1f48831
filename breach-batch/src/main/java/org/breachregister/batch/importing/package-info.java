/// The job that takes files and trees of files into the casebook.
@NullMarked
package org.breachregister.batch.importing;

import org.jspecify.annotations.NullMarked;
