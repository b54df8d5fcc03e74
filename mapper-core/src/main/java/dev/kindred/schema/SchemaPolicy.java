package dev.kindred.schema;

/** What becomes of the findings of a check. */
public enum SchemaPolicy {
    /** They are one error that lists them all. */
    FAIL,
    /** They are logged, each on its own line. */
    WARN,
    /** Nothing is checked, and no statement is sent. */
    OFF
}
