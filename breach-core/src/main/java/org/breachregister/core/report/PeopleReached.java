package org.breachregister.core.report;

/// How many people saw what they should not have seen, or not yet, as stated.
///
/// @param number how many
/// @param approximate whether the report says "about", "at least" or the like
/// @param asWritten the words that tell it
public record PeopleReached(int number, boolean approximate, String asWritten) {}
