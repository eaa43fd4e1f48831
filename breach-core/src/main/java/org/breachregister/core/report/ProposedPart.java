package org.breachregister.core.report;

/// A part of a report's free text that is proposed to be one of the form's sections. The free text
/// stays whole; a proposal only points into it.
///
/// @param section which section it is taken for
/// @param start offset of its first character in [Section#NARRATIVE], from 0
/// @param end offset after its last character
/// @param confidence from 0 to 1
/// @param because the words that led to it, as written; empty where only its position did
public record ProposedPart(
        Section section, int start, int end, double confidence, String because) {}
