/// The caller's own account for programs.
@NullMarked
package org.breachregister.api.account;

import org.jspecify.annotations.NullMarked;
