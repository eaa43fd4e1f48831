package org.breachregister.api.input;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How much of something may be sent: characters of a text, values of a list, the size of a number.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Bounds {

    /// The longest text, unless something else is said.
    int USUAL_TEXT = 2_000;

    /// The most values of a list, unless something else is said.
    int USUAL_LIST = 100;

    long least() default 1;

    long most();

    /// Whether a text may have several lines.
    boolean lines() default false;
}
