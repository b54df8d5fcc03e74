package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an entity: a record, or a class that has one constructor for all its members. The annotation processor writes a class named
 * after the entity with {@code _} at its end, which holds its typed columns and relations.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Table {

    /** The table; by default the class name in snake_case. */
    String value() default "";

    /** The schema; by default none, so that the server's {@code search_path} decides. */
    String schema() default "";

    /** What the table is for, kept in the database as its comment; by default none. */
    String comment() default "";
}
