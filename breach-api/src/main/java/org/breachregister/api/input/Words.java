package org.breachregister.api.input;

/// Says in words what a value should look like.
final class Words {

    private Words() {}

    static String accepted(Shape shape) {
        return switch (shape) {
            case Shape.Text(var least, var most, var lines) ->
                    "a text of %d to %d characters%s%s"
                            .formatted(
                                    least,
                                    most,
                                    lines ? "" : " on one line",
                                    least > 0 ? ", not blank" : "");
            case Shape.Whole(var least, var most) ->
                    most == Long.MAX_VALUE
                            ? "a whole number from %d on".formatted(least)
                            : "a whole number from %d to %d".formatted(least, most);
            case Shape.Flag _ -> "true or false";
            case Shape.Day _ -> "a day such as 2016-10-03";
            case Shape.Moment _ -> "a moment such as 2016-10-03T08:30:00Z";
            case Shape.Word(var words) -> "one of " + String.join(", ", words.keySet());
            case Shape.Id(_, _, var example) -> "an identifier such as " + example;
            case Shape.Several(var each, var least, var most) ->
                    "a list of %d to %d values, each %s".formatted(least, most, accepted(each));
            case Shape.Answers _ -> "an object with a list of texts for each field of the form";
            case Shape.File _ -> "a file, in a form of the type multipart/form-data";
        };
    }
}
