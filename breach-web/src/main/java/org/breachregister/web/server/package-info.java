/// The server: its parts, its security and how it is started.
@NullMarked
package org.breachregister.web.server;

import org.jspecify.annotations.NullMarked;
