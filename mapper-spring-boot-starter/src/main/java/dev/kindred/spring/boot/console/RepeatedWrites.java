package dev.kindred.spring.boot.console;

import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the equal writes of one row in one request. Not thread-safe: its request synchronizes the calls. */
final class RepeatedWrites {

    private static final int MOST_TEXTS = 200;
    private static final Set<Operation> WRITES =
            Set.of(Operation.INSERT, Operation.UPDATE, Operation.UPSERT, Operation.DELETE, Operation.RELATION_CREATE);

    private final int threshold;
    private final Map<String, Repetition> bySql = new LinkedHashMap<>();

    RepeatedWrites(int threshold) {
        this.threshold = threshold;
    }

    private record Repetition(int count, RecordedStatement statement) {

        Hint hint() {
            String table = statement.entity() == null ? "a table" : statement.entity();
            String advice = count + " statements write " + table + " one row at a time. insertAll(..), updateAll(..),"
                    + " upsertAll(..), deleteAll(..) and createAll(..) write up to 1,000 rows at once.";
            return new Hint(count, statement.sql(), advice);
        }
    }

    /** Counts {@code statement}. Ignores reads, and writes of several rows. */
    void add(RecordedStatement statement) {
        if (statement.rows() > 1 || !WRITES.contains(statement.operation())) {
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

    /** Returns a hint for each text that occurs too often. */
    List<Hint> hints() {
        return bySql.values().stream()
                .filter(repetition -> repetition.count() >= threshold)
                .map(Repetition::hint)
                .toList();
    }
}
