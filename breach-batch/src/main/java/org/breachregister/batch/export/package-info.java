/// A producer's own records as files.
@NullMarked
package org.breachregister.batch.export;

import org.jspecify.annotations.NullMarked;
