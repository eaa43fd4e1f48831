package org.breachregister.core.report;

/// The generations of the breach report form (A in 2009, B to about 2018, C since).
public enum FormGeneration {
    A,
    B,
    C
}
