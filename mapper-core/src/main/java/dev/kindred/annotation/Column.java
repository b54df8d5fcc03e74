package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the column of a member, its PostgreSQL type or its codec where the defaults do not fit, and says what a schema made from the
 * entities needs to know besides.
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
     *
     * <p>The names of the SQL standard and a length or precision are accepted: {@code char(3)}, {@code numeric(10,2)},
     * {@code timestamp with time zone}. A name in double quotes is taken as it is: {@code "char"} in quotes is another type than
     * {@code char}. A length or precision is used by a schema; values are sent whole, and what does not fit is refused by the server.
     */
    String type() default "";

    /**
     * A {@code dev.kindred.type.Codec} with a constructor without arguments that turns the member into a type the mapper knows; by
     * default none.
     */
    Class<?> codec() default Void.class;

    /** The most characters that a text may have, which makes the column a {@code varchar} of that length; by default any number. */
    int length() default 0;

    /** The most digits that a {@code numeric} may have, {@link #scale()} included; by default any number. */
    int precision() default 0;

    /** The digits behind the point of a {@code numeric} that has a {@link #precision()}. */
    int scale() default 0;

    /**
     * Whether no two rows may have the same value; nulls do not count as the same, and rows marked as deleted count. The mapper relies on it where a {@code @HasOne} goes by
     * this member: there is no second row to sort out, so preloads need no order, and joined ones no sub-query for each row.
     */
    boolean unique() default false;

    /**
     * The default of the column, an SQL expression that is taken as it is: {@code now()}, {@code 'open'}. By default none, and for
     * {@link GeneratedValue} an identity for integers and a random one for a UUID.
     *
     * <p>An insert leaves the column to the database when the member is null, and the result has the value that the database made. A
     * null of a member marked {@code @Nullable} is stored as null; add {@link GeneratedValue} to get the default instead. Zero and false
     * of a primitive member are values, and are stored, unless the member is marked {@link GeneratedValue}. An update writes null as
     * null.
     */
    String defaultValue() default "";

    /** A condition that every row must meet, an SQL expression that is taken as it is: {@code quantity > 0}; by default none. */
    String check() default "";

    /** What the column is for, kept in the database as its comment; by default none. */
    String comment() default "";
}
