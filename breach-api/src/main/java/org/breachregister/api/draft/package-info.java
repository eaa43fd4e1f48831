/// Reports that producers write and send by program.
@NullMarked
package org.breachregister.api.draft;

import org.jspecify.annotations.NullMarked;
