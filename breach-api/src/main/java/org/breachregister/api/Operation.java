package org.breachregister.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says of a method of an endpoint what its signature does not: what the description of the
/// interface (OpenAPI) needs besides.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {

    /// What it does, in a few words.
    String value();

    /// The status of the answer where all goes well.
    int status() default 200;

    /// The named schema of the answer, where the method's type does not tell it.
    String schema() default "";

    /// The record that describes its parameters, where the method reads them by itself.
    Class<? extends Record> parameters() default NoParameters.class;

    /// The named schema of a body that the method reads by itself.
    String body() default "";

    /// Whether it has to bring an `Idempotency-Key`.
    boolean needsKey() default false;

    /// The media types of the answer, where it is a file.
    String[] media() default {};

    /// Statuses of problems beyond those that follow from the signature.
    int[] problems() default {};

    /// No parameters.
    record NoParameters() {}
}
