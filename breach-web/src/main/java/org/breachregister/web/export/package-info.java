/// A producer's own records to download.
@NullMarked
package org.breachregister.web.export;

import org.jspecify.annotations.NullMarked;
