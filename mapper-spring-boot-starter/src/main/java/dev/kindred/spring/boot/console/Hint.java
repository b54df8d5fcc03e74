package dev.kindred.spring.boot.console;

/**
 * Equal statements of one request. Immutable and thread-safe.
 *
 * @param count the number of operations that sent the statement
 * @param sql the statement
 * @param advice what happened, and how fewer statements do the same
 */
record Hint(int count, String sql, String advice) {}
