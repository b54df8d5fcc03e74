package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the column of a member, its PostgreSQL type or its codec where the defaults do not fit.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface Column {

    /** The column; by default the member name in snake_case. */
    String value() default "";

    /**
     * The PostgreSQL type when it does not follow from the Java type, for example {@code citext}, {@code json} or the name of an enum
     * type. A schema may stand before it with a dot.
     */
    String type() default "";

    /**
     * A {@code dev.kindred.type.Codec} with a constructor without arguments that turns the member into a type the mapper knows; by
     * default none.
     */
    Class<?> codec() default Void.class;
}
