package dev.kindred.internal.sql;

/**
 * The value of a parameter for the auditor of the operation. The sender of the statement replaces it, because the
 * auditor is in the Context of the subscriber.
 */
public enum CurrentAuditor {
    /** The only value. */
    VALUE
}
