/// Where the program begins.
@NullMarked
package org.breachregister.web.main;

import org.jspecify.annotations.NullMarked;
