package dev.kindred.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets the codec of all members of a type, so that no member has to name it.
 *
 * <ul>
 * <li>On a class, record, interface or enum: the codec of all members of exactly this type, in every entity. The codec
 * must be a {@code Codec} of the type.
 * <li>On a package, in {@code package-info.java}: the codec of all members of the type that the codec converts, in the
 * entities of this package. Use it for types of libraries. It does not apply to sub-packages, which are other
 * packages in Java. It is repeatable, with one codec for each type.
 * </ul>
 *
 * <p>The codec named by {@link Column#codec()} has precedence, then that of the package, then that of the type. A
 * default codec does not apply to:
 * <ul>
 * <li>members marked {@link Json}, {@link Version} or {@link Transient}, and relations
 * <li>the elements of an array or a list
 * </ul>
 *
 * <p>The processor reads it at compile time. A wrong codec is a compile error at the annotated type or package. A
 * default codec has no effect on raw SQL: name the {@code SqlType} or the column of a value there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Repeatable(DefaultCodec.List.class)
public @interface DefaultCodec {

    /** A {@code dev.kindred.type.Codec}. It has the same requirements as {@link Column#codec()}. */
    Class<?> value();

    /** Holds the codecs of one package. The compiler adds it. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.PACKAGE})
    @interface List {

        /** The codecs. */
        DefaultCodec[] value();
    }
}
