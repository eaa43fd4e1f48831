/// The pages that people read.
@NullMarked
package org.breachregister.web.page;

import org.jspecify.annotations.NullMarked;
