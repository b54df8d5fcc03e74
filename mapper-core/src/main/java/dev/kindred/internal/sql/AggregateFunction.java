package dev.kindred.internal.sql;

/** The aggregate functions. */
public enum AggregateFunction {
    /** The number of rows, a {@code bigint}. */
    COUNT,
    /** Whether any row exists. */
    EXISTS,
    /** The sum of a column, cast to the result type. */
    SUM,
    /** The average of a column, cast to the result type. */
    AVG,
    /** The smallest value of a column. */
    MIN,
    /** The greatest value of a column. */
    MAX;

    /** Returns whether the function takes rows, and not the values of a column. */
    public boolean isOfRows() {
        return this == COUNT || this == EXISTS;
    }

    /** Returns whether the function is min or max. */
    boolean isExtreme() {
        return this == MIN || this == MAX;
    }
}
