package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.InverseRelations;
import dev.kindred.internal.preload.WrittenRow;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.read.EntityHandles.Written;
import dev.kindred.reactor.internal.read.EntityHandles.WrittenLists;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Links the handles of entities that were written together. Thread-safe. */
final class HandleLinks {

    private final StatementRunner statements;
    private final Map<Relation<?, ?>, List<? extends Relation<?, ?>>> inverses = new ConcurrentHashMap<>();

    /** Links handles that load with {@code statements}. */
    HandleLinks(StatementRunner statements) {
        this.statements = statements;
    }

    /** See {@link dev.kindred.reactor.internal.read.EntityHandles#link}. */
    <E, R> void link(@Nullable TransactionScope transaction, Written<E, R> written) {
        Relation<E, R> relation = written.relation();
        know(transaction, written);
        for (Relation<R, E> inverse : inverses(relation)) {
            know(transaction, new Written<>(inverse, written.related(), written.entities(), written.areOwnersNew()));
        }
    }

    @SuppressWarnings("unchecked") // the inverses of a relation have its types
    private <E, R> List<Relation<R, E>> inverses(Relation<E, R> relation) {
        return (List<Relation<R, E>>) (List<?>) inverses.computeIfAbsent(relation, InverseRelations::of);
    }

    /** See {@link dev.kindred.reactor.internal.read.EntityHandles#linkLists}. */
    <E, R> void linkLists(@Nullable TransactionScope transaction, WrittenLists<E, R> written) {
        Relation<E, R> relation = written.relation();
        NewLists<E, R> lists = new NewLists<>(relation);
        for (int i = 0; i < written.parents().size(); i++) {
            E parent = written.parents().get(i);
            @Nullable
            RelatedValue<R, RowList<R>> value = RelatedValue.isLive(relation, parent, statements)
                    ? RelatedValue.of(relation, ManyRows.instance(), parent)
                    : null;
            if (value != null) {
                lists.add(parent, written.children().get(i), value);
            }
        }
        lists.remember(transaction);
    }

    /** Siblings share their loaded rows, so all new rows of a batch are added at once. */
    private <E, R> void know(@Nullable TransactionScope transaction, Written<E, R> written) {
        if (written.entities().size() == 1) {
            know(written, 0, (batch, key, row) -> batch.remember(transaction, Resolution.linked(Map.of(key, row))));
            return;
        }
        Map<SiblingBatch<?, R, R>, Map<Object, R>> rowsOfBatch = new HashMap<>();
        for (int i = 0; i < written.entities().size(); i++) {
            know(
                    written,
                    i,
                    (batch, key, row) -> rowsOfBatch
                            .computeIfAbsent(batch, any -> new HashMap<>())
                            .put(key, row));
        }
        rowsOfBatch.forEach((batch, rows) -> batch.remember(transaction, Resolution.linked(rows)));
    }

    private <E, R> void know(Written<E, R> written, int position, Knowing<R> knowing) {
        Relation<E, R> relation = written.relation();
        E entity = written.entities().get(position);
        R row = written.related().get(position);
        @Nullable RelatedValue<R, R> value = RelatedValue.of(relation, OneRow.instance(), entity);
        @Nullable SiblingBatch<?, R, R> batch = value == null ? null : value.batch();
        @Nullable Object key = value == null ? null : value.key();
        if (batch != null
                && key != null
                && RelatedValue.isLive(relation, entity, statements)
                && WrittenRow.isFound(relation, entity, row, written.areOwnersNew())) {
            knowing.found(batch, key, row);
        }
    }

    /** Takes the row that the key of a batch is certain to resolve to. */
    private interface Knowing<R> {

        void found(SiblingBatch<?, R, R> batch, Object key, R row);
    }
}
