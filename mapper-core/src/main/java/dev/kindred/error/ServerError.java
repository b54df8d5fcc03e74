package dev.kindred.error;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What the server said of a failed statement, without anything that may hold a value of a row.
 *
 * @param sqlState the five characters that classify the error (PostgreSQL manual, appendix A)
 * @param table the table concerned, when the server names it
 * @param column the column concerned, when the server names it
 * @param constraint the constraint or unique index concerned, when the server names it
 * @param sql the text of the statement, with placeholders
 */
public record ServerError(
        String sqlState,
        @Nullable String table,
        @Nullable String column,
        @Nullable String constraint,
        String sql) implements Serializable {}
