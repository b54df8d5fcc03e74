package dev.kindred.schema;

/** The handling of the findings of a schema check. */
public enum SchemaPolicy {
    /** Fails with one error that lists all findings. */
    FAIL,
    /** Logs each finding on its own line. */
    WARN,
    /** Does not check and sends no statement. */
    OFF
}
