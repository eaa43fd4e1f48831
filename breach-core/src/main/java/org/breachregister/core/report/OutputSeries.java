package org.breachregister.core.report;

/// Finds the series that a statistical output belongs to.
public final class OutputSeries {

    private OutputSeries() {}

    /// The title of the series: the output's title with periods, dates and editions taken out.
    public static String titleOf(String outputTitle) {
        throw new UnsupportedOperationException();
    }
}
