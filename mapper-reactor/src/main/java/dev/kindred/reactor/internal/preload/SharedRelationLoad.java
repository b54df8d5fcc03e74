package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.key.SharedKeys;
import dev.kindred.internal.preload.KeyedStatements;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.model.Relation;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.execute.StatementExecutor;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.read.EntityReads;
import dev.kindred.reactor.internal.row.RowReader;
import dev.kindred.reactor.internal.shared.Answer;
import dev.kindred.reactor.internal.shared.DealtRow;
import dev.kindred.reactor.internal.shared.KeyedRead;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Loads a relation to one row for the handles of several callers. The rows of a caller are siblings of each other only.
 * Thread-safe.
 *
 * @param relation the relation
 * @param arity the form of the values
 * @param mode what the handles of the loaded rows do
 * @param reads builds the rows
 */
record SharedRelationLoad<E, R, V>(Relation<E, R> relation, Arity<R, V> arity, LoadMode mode, EntityReads reads)
        implements KeyedRead<Resolution<V>> {

    /** Returns whether the server and Java agree on which keys are equal. A key has at most one row. */
    static boolean canLoad(Relation<?, ?> relation) {
        return Nodes.of(relation).isDirect()
                && SharedKeys.areExact(relation.sourceKey())
                && SharedKeys.areExact(relation.targetKey());
    }

    @Override
    public Mono<List<Answer<Resolution<V>>>> read(StatementRunner runner, SharedKeys keys) {
        PreloadStep<E, R> step = PreloadStep.of(relation);
        ShapedStatement<?> statement = new KeyedStatements<>(step).of(keys.rows(relation.sourceKey()));
        return runner.originating(
                Operation.LOAD,
                relation,
                runner.read(statement, () -> new DealingReader(step, keys)).map(rows -> answers(keys, rows)));
    }

    private List<Answer<Resolution<V>>> answers(SharedKeys keys, List<DealtRow<R>> rows) {
        List<Found<R, V>> found = new ArrayList<>(keys.callers());
        for (int i = 0; i < keys.callers(); i++) {
            found.add(new Found<>(arity, keys.keysOf(i)));
        }
        for (DealtRow<R> row : rows) {
            for (int i = 0; i < row.callers().size(); i++) {
                found.get(row.callers().get(i)).add(row.key(), row.answers().get(i));
            }
        }
        boolean areDealtOut = DealtRow.areDealtOut(rows);
        List<Answer<Resolution<V>>> answers = new ArrayList<>(found.size());
        found.forEach(each -> answers.add(each.answer(areDealtOut)));
        return answers;
    }

    /** The rows of one caller. */
    private static final class Found<R, V> {

        private final Resolution.Builder<R, V> values;
        private final int keys;
        private int rows;
        private Answer.@Nullable Failure<R> failure;

        Found(Arity<R, V> arity, List<Object> keys) {
            Map<Object, Object> all = new HashMap<>(keys.size() * 2);
            keys.forEach(key -> all.put(key, KeyRows.NO_ROW));
            this.values = new Resolution.Builder<>(arity, all, false);
            this.keys = all.size();
        }

        void add(@Nullable Object key, Answer<R> row) {
            if (row instanceof Answer.Failure<R> failed) {
                failure = failed;
            } else if (key != null && row instanceof Answer.Value<R> read && read.value() != null) {
                values.add(key, read.value());
            }
            rows++;
        }

        Answer<Resolution<V>> answer(boolean areDealtOut) {
            if (failure != null) {
                return new Answer.Failure<>(failure.error());
            }
            return areDealtOut || rows >= keys ? new Answer.Value<>(values.build()) : new Answer.Unknown<>();
        }
    }

    /** Reads each row once for each of its callers. Confined to one result. */
    private final class DealingReader implements RowReader<DealtRow<R>> {

        private final PreloadStep<E, R> step;
        private final SharedKeys keys;
        private final JoinedReader<R> ofEach;
        private final Map<Integer, JoinedReader<R>> ofMany = new HashMap<>();

        DealingReader(PreloadStep<E, R> step, SharedKeys keys) {
            this.step = step;
            this.keys = keys;
            this.ofEach = JoinedReader.ofEach(reads, step, mode);
        }

        @Override
        public DealtRow<R> read(Readable row) {
            return DealtRow.of(
                    keys,
                    () -> ofEach.begin(row),
                    caller -> StatementExecutor.mapped(begun -> read(caller, begun), row));
        }

        /** The rows of a caller with several keys are siblings. */
        private R read(int caller, Readable row) {
            return keys.keysOf(caller).size() == 1
                    ? ofEach.readBegun(row)
                    : ofMany.computeIfAbsent(caller, first -> JoinedReader.of(reads, step, step.key(), 0, mode))
                            .read(row);
        }
    }
}
