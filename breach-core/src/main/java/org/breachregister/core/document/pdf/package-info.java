/// Reading the text layer of PDF documents.
@NullMarked
package org.breachregister.core.document.pdf;

import org.jspecify.annotations.NullMarked;
