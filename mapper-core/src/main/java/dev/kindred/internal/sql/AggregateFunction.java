package dev.kindred.internal.sql;

/** What is made of several rows. */
public enum AggregateFunction {
    /** The number of rows, a {@code bigint}. */
    COUNT,
    /** Whether there is a row. */
    EXISTS,
    /** The sum of a column, cast to the type of the result. */
    SUM,
    /** The mean of a column, cast to the type of the result. */
    AVG,
    /** The smallest value of a column. */
    MIN,
    /** The greatest value of a column. */
    MAX;

    /** Tells whether the function is one of rows, and not of the values of a column. */
    public boolean isOfRows() {
        return this == COUNT || this == EXISTS;
    }

    /** Tells whether the function finds the first or the last value. */
    boolean isExtreme() {
        return this == MIN || this == MAX;
    }
}
