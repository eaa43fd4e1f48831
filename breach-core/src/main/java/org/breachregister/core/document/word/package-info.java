/// Reading Word documents.
@NullMarked
package org.breachregister.core.document.word;

import org.jspecify.annotations.NullMarked;
