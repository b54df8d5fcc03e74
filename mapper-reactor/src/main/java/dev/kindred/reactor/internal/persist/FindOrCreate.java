package dev.kindred.reactor.internal.persist;

import dev.kindred.error.StatementException;
import dev.kindred.internal.persist.ChildWrites;
import dev.kindred.internal.persist.ForeignKey;
import dev.kindred.internal.persist.ScopeCheck;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.InsertWithChild;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.model.Assignment;
import dev.kindred.model.Condition;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Finds the child of a parent or creates it. For any number of concurrent callers the result is one row and no error.
 * With a unique index on {@link ChildWrites#uniqueColumns}, ON CONFLICT refuses a second row and a new statement reads
 * the existing one.
 * Without such an index, the row of the parent is locked. Thread-safe.
 */
public final class FindOrCreate<E, R> {

    /**
     * The row that the insert conflicts with may be deleted before it is read. Each further round requires such a
     * delete.
     */
    private static final int ROUNDS = 16;

    /** A row that the relation excludes conflicts again in each round, so further rounds rarely help. */
    private static final int ROUNDS_WITH_HIDDEN_ROWS = 2;

    /** SQLSTATEs of ON CONFLICT without a unique index on the columns, and with a deferrable one. */
    private static final Set<String> NO_UNIQUE_INDEX = Set.of("42P10", "55000");

    private final ChildWriter<E, R> writer;
    private final ChildWrites<E, R> writes;
    private final RowWriter rows;
    private final EntityModel<R> related;
    private final E parent;
    private final List<Assignment<R>> matching;
    private final Set<List<? extends EntityColumn<?, ?>>> withoutIndex;
    private final ScopeCheck<R> check;

    /**
     * Searches for a child with the values of {@code matching}.
     *
     * @param withoutIndex the columns without a unique index, as far as known; the search adds others
     */
    public FindOrCreate(
            ChildWriter<E, R> writer,
            E parent,
            List<Assignment<R>> matching,
            Set<List<? extends EntityColumn<?, ?>>> withoutIndex) {
        this.writer = writer;
        this.writes = writer.writes();
        this.rows = writer.rows();
        this.related = writes.relation().related();
        this.parent = parent;
        this.matching = writes.withoutForeignKey(matching);
        this.withoutIndex = withoutIndex;
        this.check = new ScopeCheck<>(writes.relation());
    }

    /**
     * Returns the existing child, or creates it with {@code payload}. A supplier is called only if a child is created.
     */
    public Mono<R> firstOrCreate(Payload<R> payload) {
        return Mono.defer(() -> {
            requireWithin(payload.known());
            return writes.isUnsaved(parent)
                    ? createWithParent(draft(payload.values().get()))
                    : find().switchIfEmpty(Mono.defer(
                            () -> createOr(find(), draft(payload.values().get()))));
        });
    }

    /** Creates a child with {@code payload}, or returns the existing one. */
    public Mono<R> createOrFirst(Payload<R> payload) {
        return Mono.defer(() -> {
            requireWithin(payload.known());
            Draft<R> draft = draft(payload.values().get());
            return writes.isUnsaved(parent) ? createWithParent(draft) : createOr(find(), draft);
        });
    }

    /** Writes {@code payload} to the existing child and returns it, or creates a child with {@code payload}. */
    public Mono<R> updateOrCreate(Payload<R> payload) {
        return Mono.defer(() -> {
            List<Assignment<R>> values = payload.values().get();
            requireWithin(values);
            if (writes.isUnsaved(parent)) {
                return createWithParent(draft(values));
            }
            Mono<R> update = update(values);
            return update.switchIfEmpty(Mono.defer(() -> createOr(update, draft(values))));
        });
    }

    private void requireWithin(@Nullable List<Assignment<R>> values) {
        check.requireWithin(matching);
        if (values != null) {
            check.requireWithin(values);
        }
    }

    private Draft<R> draft(List<Assignment<R>> payload) {
        check.requireWithin(payload);
        List<Assignment<R>> values = merged(payload);
        return new Draft<>(values, check.isFoundOnceCreated(values, matching));
    }

    private Mono<R> createWithParent(Draft<R> draft) {
        ShapedStatement<InsertWithChild> insert = writes.createWithParent(parent, draft.values);
        return draft.isFound
                ? writer.withParent(insert)
                : rows.atomic(writer.both(insert).flatMap(pair -> found(pair.parent(), pair.child(), matching)));
    }

    private Mono<R> find() {
        @Nullable SelectQuery<R> query = search(parent, matching);
        return query == null ? Mono.error(writes::keyMissing) : rows.find(query);
    }

    private @Nullable SelectQuery<R> search(E parent, List<Assignment<R>> matching) {
        @Nullable SelectQuery<R> query = PreloadStep.of(writes.relation()).searchFor(parent);
        if (query == null) {
            return null;
        }
        @Nullable Condition<R> condition = ChildWrites.condition(matching);
        return (condition == null ? query : query.where(condition)).limit(1);
    }

    private Mono<R> update(List<Assignment<R>> values) {
        List<Assignment<R>> own = writes.withoutForeignKey(values);
        if (own.isEmpty()) {
            return find();
        }
        Mono<R> update = writer.named(rows.row(writes.update(writer.requireKey(), matching, own), related));
        return check.staysFound(own)
                ? rows.guarded(update)
                : rows.atomic(update.flatMap(child -> found(parent, child, List.of())));
    }

    /** Returns {@code child} if the relation of {@code parent} finds it with {@code searched}. The server decides. */
    private Mono<R> found(E parent, R child, List<Assignment<R>> searched) {
        @Nullable SelectQuery<R> query = search(parent, searched);
        if (query == null) {
            return Mono.error(writes::keyMissing);
        }
        return rows.find(related.id().isEmpty() ? query : query.and(writes.sameRow(child)))
                .switchIfEmpty(Mono.error(check::notFound))
                .thenReturn(child);
    }

    private Mono<R> createOr(Mono<R> existing, Draft<R> draft) {
        ForeignKey<R> key = writer.requireKey();
        List<EntityColumn<R, ?>> unique = writes.uniqueColumns(matching);
        if (!writes.canBeUnique(matching) || withoutIndex.contains(unique)) {
            return locked(existing, key, draft);
        }
        return attempt(existing, key, draft, 1).onErrorResume(FindOrCreate::lacksIndex, error -> {
            withoutIndex.add(unique);
            return locked(existing, key, draft);
        });
    }

    private Mono<R> attempt(Mono<R> existing, ForeignKey<R> key, Draft<R> draft, int round) {
        Mono<R> again = round < rounds() && writes.isConflictFound(matching)
                ? Mono.defer(() -> attempt(existing, key, draft, round + 1))
                // The conflicting row is not the one of the search. A plain insert reports the violation.
                : Mono.defer(() -> whole(draft, create(key, draft)));
        return whole(draft, created(ShapedStatement.of(writes.createUnlessThere(key, matching, draft.values)), draft))
                .switchIfEmpty(existing)
                .switchIfEmpty(again);
    }

    private Mono<R> locked(Mono<R> existing, ForeignKey<R> key, Draft<R> draft) {
        return rows.atomic(
                rows.run(writes.lock(key)).then(existing).switchIfEmpty(Mono.defer(() -> create(key, draft))));
    }

    private Mono<R> create(ForeignKey<R> key, Draft<R> draft) {
        return created(writes.create(key, draft.values), draft)
                .switchIfEmpty(Mono.error(() -> EntityWriter.notStored(related)));
    }

    /** A created row that the search does not find must be rolled back. */
    private Mono<R> whole(Draft<R> draft, Mono<R> created) {
        return draft.isFound ? rows.guarded(created) : rows.atomic(created);
    }

    /** A trigger may change the inserted values. The returned row shows them without a further statement. */
    private Mono<R> created(ShapedStatement<?> insert, Draft<R> draft) {
        return writer.named(rows.row(insert, related))
                .flatMap(child -> draft.isFound && check.isFound(child, matching)
                        ? Mono.just(child)
                        : found(parent, child, matching));
    }

    private int rounds() {
        boolean hidesRows = related.softDelete().isPresent()
                || !Nodes.of(writes.relation()).rows().conditions().isEmpty();
        return hidesRows ? ROUNDS_WITH_HIDDEN_ROWS : ROUNDS;
    }

    private static boolean lacksIndex(Throwable error) {
        return error instanceof StatementException refused && NO_UNIQUE_INDEX.contains(refused.sqlState());
    }

    private List<Assignment<R>> merged(List<Assignment<R>> payload) {
        List<Assignment<R>> all = new ArrayList<>();
        for (Assignment<R> searched : matching) {
            if (payload.stream().noneMatch(given -> given.column().equals(searched.column()))) {
                all.add(searched);
            }
        }
        all.addAll(payload);
        return all;
    }

    /**
     * The values of a child to create.
     *
     * @param isFound whether the search certainly finds the child
     */
    private record Draft<R>(List<Assignment<R>> values, boolean isFound) {}
}
