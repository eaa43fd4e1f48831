/// The register editions: their list and their files.
@NullMarked
package org.breachregister.api.register;

import org.jspecify.annotations.NullMarked;
