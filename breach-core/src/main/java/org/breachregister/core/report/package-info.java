/// A submitted report: what the producer wrote and what was read in it, each reading with its
/// evidence.
@NullMarked
package org.breachregister.core.report;

import org.jspecify.annotations.NullMarked;
