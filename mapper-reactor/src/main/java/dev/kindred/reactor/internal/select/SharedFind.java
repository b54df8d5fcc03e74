package dev.kindred.reactor.internal.select;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.key.SharedKeys;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.GivenValues;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.model.EntityModel;
import dev.kindred.reactor.internal.execute.StatementExecutor;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.read.EntityReads;
import dev.kindred.reactor.internal.row.EntityRowReader;
import dev.kindred.reactor.internal.row.EntityShape;
import dev.kindred.reactor.internal.row.RowReader;
import dev.kindred.reactor.internal.shared.Answer;
import dev.kindred.reactor.internal.shared.DealtRow;
import dev.kindred.reactor.internal.shared.KeyedRead;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Finds the entities of several callers by their primary keys. Each caller gets its own instance. Thread-safe. */
record SharedFind<E>(EntityShape<E> shape, EntityReads reads) implements KeyedRead<E> {

    /** Returns the find of entities of {@code model}. */
    static <E> SharedFind<E> of(EntityModel<E> model, EntityReads reads) {
        return new SharedFind<>(reads.shape(model, model.columns(), 0, model.id()), reads);
    }

    @Override
    public Mono<List<Answer<E>>> read(StatementRunner runner, SharedKeys keys) {
        EntityModel<E> model = shape.model();
        Predicate among = keys.rows(model.id()).matching(Columns.references(model.id()));
        ShapedStatement<Select> statement = new ShapedStatement<>(
                new FindShape(model, keys.size() == 1),
                GivenValues.of(among),
                () -> SelectQuery.of(model).and(among).toSelect());
        return runner.originating(
                Operation.FIND,
                model.type(),
                runner.read(statement, () -> reader(keys)).map(rows -> answers(keys, rows)));
    }

    private RowReader<DealtRow<E>> reader(SharedKeys keys) {
        return new DealingReader<>(shape.model(), reads.readerOfEach(shape, reads.mode()), keys);
    }

    private static <E> List<Answer<E>> answers(SharedKeys keys, List<DealtRow<E>> rows) {
        List<Answer<E>> answers = new ArrayList<>(Collections.nCopies(
                keys.callers(), DealtRow.areDealtOut(rows) ? new Answer.Value<>(null) : new Answer.Unknown<>()));
        // In reverse, so that the first row of a key wins, as without sharing.
        for (int i = rows.size() - 1; i >= 0; i--) {
            DealtRow<E> row = rows.get(i);
            for (int j = 0; j < row.callers().size(); j++) {
                answers.set(row.callers().get(j), row.answers().get(j));
            }
        }
        return answers;
    }

    /**
     * What determines the text.
     *
     * @param isOne whether there is one key
     */
    private record FindShape(EntityModel<?> model, boolean isOne) {}

    /** Reads each row once for each of its callers. Confined to one result. */
    private static final class DealingReader<E> implements RowReader<DealtRow<E>> {

        private final EntityRowReader<E> entities;
        private final int[] id;
        private final SharedKeys keys;

        DealingReader(EntityModel<E> model, EntityRowReader<E> entities, SharedKeys keys) {
            this.entities = entities;
            this.id = model.id().stream().mapToInt(model.columns()::indexOf).toArray();
            this.keys = keys;
        }

        @Override
        public DealtRow<E> read(Readable row) {
            entities.begin(row);
            return DealtRow.of(keys, this::key, caller -> StatementExecutor.mapped(begun -> entities.readBegun(), row));
        }

        private @Nullable Object key() {
            if (id.length == 1) {
                @Nullable Object only = entities.key(id[0]);
                return only == null ? null : RelationKey.of(only);
            }
            List<Object> parts = new ArrayList<>(id.length);
            for (int ordinal : id) {
                @Nullable Object part = entities.key(ordinal);
                if (part == null) {
                    return null;
                }
                parts.add(part);
            }
            return RelationKey.of(parts);
        }
    }
}
