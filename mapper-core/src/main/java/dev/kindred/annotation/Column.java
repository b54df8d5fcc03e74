package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets the column of a member: its name, PostgreSQL type and codec where the defaults do not fit, and the properties
 * that schema generation uses.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface Column {

    /** The column name. Default: the member name in snake_case. */
    String value() default "";

    /**
     * The PostgreSQL type, if it does not follow from the Java type: for example {@code citext}, {@code json} or the
     * name of an enum type. A schema name and a dot may precede it.
     *
     * <p>Accepted forms:
     * <ul>
     * <li>Names of the SQL standard, with an optional length or precision: {@code char(3)}, {@code numeric(10,2)},
     * {@code timestamp with time zone}.
     * <li>A name in double quotes, used verbatim. {@code "char"} in quotes and {@code char} are different types.
     * </ul>
     *
     * <p>Only schema generation uses a length or precision. Values are sent unchanged; the server refuses a value that
     * does not fit.
     */
    String type() default "";

    /**
     * A {@code dev.kindred.type.Codec} that converts the member to a type the mapper supports. The class needs a
     * no-argument constructor, or the mapper needs an instance of it. Default: the {@link DefaultCodec} of the package
     * or of the type, if there is one.
     */
    Class<?> codec() default Void.class;

    /**
     * The maximum number of characters of a text. The column is then a {@code varchar} of that length. Default:
     * unlimited.
     */
    int length() default 0;

    /** The maximum number of digits of a {@code numeric}, {@link #scale()} included. Default: unlimited. */
    int precision() default 0;

    /** The number of fractional digits of a {@code numeric} that has a {@link #precision()}. */
    int scale() default 0;

    /**
     * Whether the value must be unique. Nulls are distinct from each other; soft-deleted rows count. The mapper relies
     * on this for a {@code @HasOne} whose key is this member: at most one row exists, so a preload needs no order and a
     * join needs no sub-query for each row.
     */
    boolean unique() default false;

    /**
     * The default of the column, an SQL expression used verbatim: {@code now()}, {@code 'open'}. Default: none; for
     * {@link GeneratedValue} an identity for integers and a random UUID for UUIDs.
     *
     * <p>On insert:
     * <ul>
     * <li>A null member is omitted. The database fills the column, and the result contains the generated value.
     * <li>A null of a member marked {@code @Nullable} is stored as null. Add {@link GeneratedValue} to use the default
     * instead.
     * <li>Zero and false of a primitive member are stored, unless the member is marked {@link GeneratedValue}.
     * </ul>
     *
     * <p>An update writes null as null.
     */
    String defaultValue() default "";

    /** A check constraint, an SQL expression used verbatim: {@code quantity > 0}. Default: none. */
    String check() default "";

    /** The comment of the column in the database. Default: none. */
    String comment() default "";
}
