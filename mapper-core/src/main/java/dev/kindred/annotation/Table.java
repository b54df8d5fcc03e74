package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an entity: a record, or a class with one constructor for all its members. The annotation processor generates a
 * class named after the entity with the suffix {@code _}. It holds the typed columns and relations.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Table {

    /** The table name. Default: the class name in snake_case. */
    String value() default "";

    /** The schema name. Default: none; the server's {@code search_path} applies. */
    String schema() default "";

    /** The comment of the table in the database. Default: none. */
    String comment() default "";
}
