package org.breachregister.api.input;

/// The types of body that a record can be sent as.
///
/// @param json whether as JSON
/// @param form whether as a form with a file
public record BodyKinds(boolean json, boolean form) {

    /// The types for a record.
    public static BodyKinds of(Class<? extends Record> type) {
        var files =
                Shape.members(type).values().stream()
                        .filter(member -> member.shape() instanceof Shape.File)
                        .toList();
        return new BodyKinds(files.stream().noneMatch(Shape.Member::needed), !files.isEmpty());
    }
}
