/// The Code of Practice through its editions: principles, practices, references to them and the
/// crosswalk between editions.
@NullMarked
package org.breachregister.core.code;

import org.jspecify.annotations.NullMarked;
