/// Takes in what programs send: strictly, so that nothing is misread or passed over in silence.
@NullMarked
package org.breachregister.api.input;

import org.jspecify.annotations.NullMarked;
