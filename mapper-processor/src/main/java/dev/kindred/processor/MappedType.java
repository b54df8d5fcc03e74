package dev.kindred.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * How the values of a column are written and read.
 *
 * @param expression the {@code SqlType}, as an expression
 * @param boxed the type of the member, boxed
 * @param kind which tests the column has
 */
record MappedType(CodeBlock expression, TypeName boxed, Kind kind) {

    /** Which tests a column has. */
    enum Kind {
        PLAIN,
        COMPARABLE,
        NUMBER,
        TEXT
    }
}
