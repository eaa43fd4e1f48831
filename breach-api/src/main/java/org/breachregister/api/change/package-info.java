/// Changes that programs ask for: each names what it is based on, is done once however often it is
/// sent, and is answered the same way everywhere.
@NullMarked
package org.breachregister.api.change;

import org.jspecify.annotations.NullMarked;
