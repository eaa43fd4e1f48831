/// The embedded search engine.
@NullMarked
package org.breachregister.search.lucene;

import org.jspecify.annotations.NullMarked;
