package org.breachregister.web.page;

/// What is wrong with something that was entered.
///
/// @param field identifier of the element of the page that it was entered in
/// @param sentence what is wrong and what would be right
public record Problem(String field, String sentence) {}
