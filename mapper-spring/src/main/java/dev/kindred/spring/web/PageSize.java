package dev.kindred.spring.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The default and maximum number of rows of one parameter of a controller, in place of those of the application:
 * {@code list(@PageSize(value = 50, max = 500) ScrollParameters parameters)}.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface PageSize {

    /** The number of rows if the request has none. */
    int value();

    /** The maximum number of rows that a request may have. By default {@link #value()}. */
    int max() default 0;
}
