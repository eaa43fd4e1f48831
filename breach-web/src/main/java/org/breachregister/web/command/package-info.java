/// The command line.
@NullMarked
package org.breachregister.web.command;

import org.jspecify.annotations.NullMarked;
