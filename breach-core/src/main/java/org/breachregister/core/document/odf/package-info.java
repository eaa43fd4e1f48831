/// Reading OpenDocument texts.
@NullMarked
package org.breachregister.core.document.odf;

import org.jspecify.annotations.NullMarked;
