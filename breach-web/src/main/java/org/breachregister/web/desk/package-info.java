/// The regulator's pages: queues, cases and every step of them, from reading to release.
@NullMarked
package org.breachregister.web.desk;

import org.jspecify.annotations.NullMarked;
