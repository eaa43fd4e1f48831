/// Documents of any format as blocks of text: paragraphs, headings, list items and tables.
@NullMarked
package org.breachregister.core.document;

import org.jspecify.annotations.NullMarked;
