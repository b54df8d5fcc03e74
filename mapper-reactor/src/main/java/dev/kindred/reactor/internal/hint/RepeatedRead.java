package dev.kindred.reactor.internal.hint;

import dev.kindred.reactor.spi.LogicalOperation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Operations that read with the same statement. Immutable and thread-safe.
 *
 * @param operation the first of them
 * @param sql the first statement of each
 * @param times the number of operations
 */
public record RepeatedRead(LogicalOperation operation, String sql, int times) {

    /** Returns what happened and what to do, without the statement. */
    public String hint() {
        return times + " operations read " + subject() + " one by one. " + advice();
    }

    private String subject() {
        @Nullable String relation = operation.relation();
        @Nullable Class<?> entity = operation.entity();
        if (relation != null) {
            return relation;
        }
        return entity == null ? "rows" : entity.getSimpleName();
    }

    private String advice() {
        @Nullable String relation = operation.relation();
        @Nullable Class<?> entity = operation.entity();
        if (entity == null) {
            return "Send one statement for all values, for example with = any(..).";
        }
        return switch (operation.operation()) {
            case COUNT, AGGREGATE ->
                relation == null
                        ? "Read all values with one groupBy(..)."
                        : "Read the values of all entities with one query: with(" + constant(entity, relation)
                                + ".count()), or another aggregate.";
            default ->
                relation == null
                        ? "Read all rows with one query, for example with a condition in(..), or add a preload(..) of"
                                + " the relation to " + entity.getSimpleName() + " to the query before."
                        : "Add preload(" + constant(entity, relation) + ") to the query that reads the "
                                + entity.getSimpleName() + " rows.";
        };
    }

    /** The name of a relation to one of several types ends with the type in parentheses. */
    private static String constant(Class<?> entity, String relation) {
        String member = relation.substring(relation.indexOf('.') + 1).replaceAll("\\(.*", "");
        return entity.getSimpleName() + "_."
                + member.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }
}
