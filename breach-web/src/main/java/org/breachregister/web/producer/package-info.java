/// The pages of producers: reporting a breach, and following what was reported.
@NullMarked
package org.breachregister.web.producer;

import org.jspecify.annotations.NullMarked;
