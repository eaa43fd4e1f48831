/// The spreadsheet of an edition, as an Office Open XML workbook.
@NullMarked
package org.breachregister.batch.edition.xlsx;

import org.jspecify.annotations.NullMarked;
