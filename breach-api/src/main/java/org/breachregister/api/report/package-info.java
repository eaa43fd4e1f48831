/// The way in for reports that people send: how much is taken from whom, and what is answered.
@NullMarked
package org.breachregister.api.report;

import org.jspecify.annotations.NullMarked;
