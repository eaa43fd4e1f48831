/// Reading rich text documents.
@NullMarked
package org.breachregister.core.document.rtf;

import org.jspecify.annotations.NullMarked;
