/// Answers that look alike everywhere: lists with pages, as JSON and as CSV, and the words that
/// stand for the domain's own types.
@NullMarked
package org.breachregister.api.answer;

import org.jspecify.annotations.NullMarked;
