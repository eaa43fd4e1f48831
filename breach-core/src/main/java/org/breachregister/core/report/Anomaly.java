package org.breachregister.core.report;

/// Something about a report that a person should look at.
///
/// @param code a fixed short name such as `report-before-occurrence`
/// @param message a sentence saying what is wrong and with which words
public record Anomaly(String code, String message) {}
