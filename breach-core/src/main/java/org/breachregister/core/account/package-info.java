/// People, programs that act for them, what they may do, and the record of what they did.
@NullMarked
package org.breachregister.core.account;

import org.jspecify.annotations.NullMarked;
