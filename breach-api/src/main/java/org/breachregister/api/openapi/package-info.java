/// The description of the interface (OpenAPI), written from the code that answers.
@NullMarked
package org.breachregister.api.openapi;

import org.jspecify.annotations.NullMarked;
