package org.breachregister.batch.table;

/// A line of text on a sheet without a table.
///
/// @param level 1 and 2 for headings, 0 for text
public record SheetLine(int level, String text) {}
