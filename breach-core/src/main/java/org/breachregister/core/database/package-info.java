/// The PostgreSQL server behind everything: the embedded one of a home directory, or any other by
/// address.
@NullMarked
package org.breachregister.core.database;

import org.jspecify.annotations.NullMarked;
