/// Tables as workbooks: Apache POI makes the package, and long rows are streamed into it.
@NullMarked
package org.breachregister.batch.table.xlsx;

import org.jspecify.annotations.NullMarked;
