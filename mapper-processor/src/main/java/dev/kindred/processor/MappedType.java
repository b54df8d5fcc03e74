package dev.kindred.processor;

/**
 * How the values of a column are written and read.
 *
 * @param expression the {@code SqlType}, as an expression
 * @param boxed the type of the member, boxed
 * @param kind which conditions the column supports
 */
record MappedType(Code expression, Code boxed, Kind kind) {

    /** Which conditions a column supports. */
    enum Kind {
        PLAIN,
        COMPARABLE,
        NUMBER,
        TEXT
    }
}
