package dev.kindred.spring.boot.console;

import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the equal statements of one request. Not thread-safe: its request synchronizes the calls. */
final class RepeatedStatements {

    private static final int MOST_TEXTS = 200;

    /** A statement with more rows is a chunk of a stream or of a write of many rows. */
    private static final int MOST_ROWS = 100;

    private static final Set<Operation> READS = Set.of(Operation.FIND, Operation.COUNT, Operation.AGGREGATE);
    private static final Set<Operation> RELATIONS = Set.of(Operation.LOAD, Operation.PRELOAD);
    private static final Set<Operation> WRITES =
            Set.of(Operation.INSERT, Operation.UPDATE, Operation.UPSERT, Operation.DELETE, Operation.RELATION_CREATE);

    private final int threshold;
    private final Map<String, Repetition> bySql = new LinkedHashMap<>();

    RepeatedStatements(int threshold) {
        this.threshold = threshold;
    }

    /**
     * Equal statements of one request.
     *
     * @param count the number of statements
     * @param sql their text
     * @param advice what replaces them by fewer statements
     */
    record Hint(int count, String sql, String advice) {}

    private record Repetition(int count, RecordedStatement statement) {}

    void add(RecordedStatement statement) {
        if (statement.rows() > MOST_ROWS) {
            return;
        }
        String sql = statement.sql();
        Repetition before = bySql.get(sql);
        if (before != null) {
            bySql.put(sql, new Repetition(before.count() + 1, before.statement()));
        } else if (bySql.size() < MOST_TEXTS) {
            bySql.put(sql, new Repetition(1, statement));
        }
    }

    /** Returns a hint for each text that occurs too often and has a remedy. */
    List<Hint> hints() {
        return bySql.values().stream()
                .filter(repetition -> repetition.count() >= threshold)
                .map(RepeatedStatements::hint)
                .filter(hint -> !hint.advice().isEmpty())
                .toList();
    }

    private static Hint hint(Repetition repetition) {
        RecordedStatement statement = repetition.statement();
        return new Hint(repetition.count(), statement.sql(), advice(statement));
    }

    private static String advice(RecordedStatement statement) {
        String relation = statement.relation();
        if (relation != null && (RELATIONS.contains(statement.operation()) || READS.contains(statement.operation()))) {
            return "preload(" + constant(relation) + ") reads " + relation + " for all entities at once.";
        }
        if (READS.contains(statement.operation())) {
            return name(statement.entity()) + " is read one row at a time. A relation with preload(..), or a condition"
                    + " with in(..), reads the rows at once.";
        }
        if (WRITES.contains(statement.operation())) {
            return name(statement.entity()) + " is written one row at a time. insertAll(..), updateAll(..),"
                    + " upsertAll(..), deleteAll(..) and createAll(..) write up to 1,000 rows at once.";
        }
        return "";
    }

    private static String name(@Nullable String entity) {
        return entity == null ? "A table" : entity;
    }

    /** Converts {@code User.firstProfile} to {@code User_.FIRST_PROFILE}. */
    private static String constant(String relation) {
        int dot = relation.indexOf('.');
        String member = relation.substring(dot + 1).replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
        return relation.substring(0, Math.max(dot, 0)) + "_." + member.toUpperCase(Locale.ROOT);
    }
}
