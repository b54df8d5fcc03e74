package dev.kindred.processor;

/**
 * How the values of a column are written and read.
 *
 * @param expression the {@code SqlType}, as an expression
 * @param boxed the type of the member, boxed
 * @param kind which tests the column has
 */
record MappedType(Code expression, Code boxed, Kind kind) {

    /** Which tests a column has. */
    enum Kind {
        PLAIN,
        COMPARABLE,
        NUMBER,
        TEXT
    }
}
