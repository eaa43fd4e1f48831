/// Producers of official statistics: bodies, their names over time, their lineage, and matching
/// what a report says to them.
@NullMarked
package org.breachregister.core.producer;

import org.jspecify.annotations.NullMarked;
