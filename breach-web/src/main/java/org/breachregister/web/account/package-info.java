/// Signing in, sessions, tokens, and the pages about accounts.
@NullMarked
package org.breachregister.web.account;

import org.jspecify.annotations.NullMarked;
