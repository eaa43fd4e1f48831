/// The program and its configuration.
@NullMarked
package org.breachregister.web.main;

import org.jspecify.annotations.NullMarked;
