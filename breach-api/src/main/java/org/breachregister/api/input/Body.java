package org.breachregister.api.input;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the parameter that takes the body of a request: a record whose components are all that may
/// be sent. With a component of the type `Document` the body may be a form with a file; without it,
/// or where that component may be null, it may be JSON.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Body {}
