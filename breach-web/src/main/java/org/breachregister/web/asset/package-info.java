/// Style sheet, script and image of the pages.
@NullMarked
package org.breachregister.web.asset;

import org.jspecify.annotations.NullMarked;
