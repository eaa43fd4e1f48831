/// Tables as files, in formats that people and programs read.
@NullMarked
package org.breachregister.batch.table;

import org.jspecify.annotations.NullMarked;
