package org.breachregister.web.desk;

/// What is wrong with something that was entered.
///
/// @param field identifier of the element of the page that it was entered in
/// @param sentence what is wrong and what would be right
record Problem(String field, String sentence) {}
