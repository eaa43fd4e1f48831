package org.breachregister.core.document.pdf;

/// A rectangle that was painted.
///
/// @param box where
/// @param colour its colour as 0xRRGGBB, or -1 for a pattern or a picture
/// @param order when it was drawn
/// @param below whether it is what words drawn later stand on
/// @param above whether it covers words that were drawn before
record Paint(Box box, int colour, int order, boolean below, boolean above) {}
