/// Taking e-mail messages apart.
@NullMarked
package org.breachregister.core.document.mail;

import org.jspecify.annotations.NullMarked;
