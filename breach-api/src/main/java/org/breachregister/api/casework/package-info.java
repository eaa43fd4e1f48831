/// Cases and commitments for programs: to read, and to work on.
@NullMarked
package org.breachregister.api.casework;

import org.jspecify.annotations.NullMarked;
