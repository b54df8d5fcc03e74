package dev.kindred.reactor.internal.persist;

import dev.kindred.error.StatementException;
import dev.kindred.internal.persist.ForeignKey;
import dev.kindred.internal.persist.HasOneWrites;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.model.Assignment;
import dev.kindred.model.Condition;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasOne;
import dev.kindred.query.SelectQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Finds the child of a parent or creates it, so that any number of callers at once end with one row and no error. Where the foreign key has
 * a unique index, ON CONFLICT keeps a second row out, and what it kept out is looked for with a new statement; where it has none, the
 * parent's row is locked. Thread-safe.
 */
public final class FindOrCreate<E, R> {

    /** A row that was there when the insert met it can be gone when it is looked for; each such round needs a delete in between. */
    private static final int ROUNDS = 16;

    /** Where the relation leaves rows out, such a row stays where it is more often than one is deleted in between. */
    private static final int ROUNDS_WITH_HIDDEN_ROWS = 2;

    /** No unique index on the columns, and one that is deferrable, with which ON CONFLICT does not go together. */
    private static final Set<String> NO_UNIQUE_INDEX = Set.of("42P10", "55000");

    private final HasOneWriter<E, R> writer;
    private final HasOneWrites<E, R> writes;
    private final RowWriter rows;
    private final EntityModel<R> related;
    private final E parent;
    private final List<Assignment<R>> matching;
    private final Set<HasOne<?, ?>> withoutIndex;

    /**
     * Looks for a child that has the values of {@code matching}.
     *
     * @param withoutIndex the relations whose foreign key was found to have no unique index, to which others are added
     */
    public FindOrCreate(
            HasOneWriter<E, R> writer, E parent, List<Assignment<R>> matching, Set<HasOne<?, ?>> withoutIndex) {
        this.writer = writer;
        this.writes = writer.writes();
        this.rows = writer.rows();
        this.related = writes.relation().related();
        this.parent = parent;
        this.matching = writes.withoutForeignKey(matching);
        this.withoutIndex = withoutIndex;
    }

    /** Returns the child that is there, or one created with what {@code payload} gives, which is asked only then. */
    public Mono<R> firstOrCreate(Supplier<List<Assignment<R>>> payload) {
        return Mono.defer(() -> writes.isUnsaved(parent)
                ? createWithParent(payload.get())
                : find().switchIfEmpty(Mono.defer(() -> createOr(find(), merged(payload.get())))));
    }

    /** Returns a child created with what {@code payload} gives, or the one that is there. */
    public Mono<R> createOrFirst(Supplier<List<Assignment<R>>> payload) {
        return Mono.defer(() ->
                writes.isUnsaved(parent) ? createWithParent(payload.get()) : createOr(find(), merged(payload.get())));
    }

    /** Returns the child that is there with what {@code payload} gives, or one created with that. */
    public Mono<R> updateOrCreate(Supplier<List<Assignment<R>>> payload) {
        return Mono.defer(() -> {
            List<Assignment<R>> values = payload.get();
            if (writes.isUnsaved(parent)) {
                return createWithParent(values);
            }
            Mono<R> update = update(values);
            return update.switchIfEmpty(Mono.defer(() -> createOr(update, merged(values))));
        });
    }

    private Mono<R> createWithParent(List<Assignment<R>> payload) {
        return writer.withParent(writes.createWithParent(parent, merged(payload)));
    }

    private Mono<R> find() {
        PreloadStep<E, R> step = PreloadStep.of(writes.relation());
        @Nullable Condition<R> condition = HasOneWrites.condition(matching);
        @Nullable SelectQuery<R> query = step.searchFor(parent);
        if (query == null) {
            return Mono.error(writes::keyMissing);
        }
        return rows.find(condition == null ? query : query.where(condition));
    }

    private Mono<R> update(List<Assignment<R>> values) {
        List<Assignment<R>> own = writes.withoutForeignKey(values);
        return own.isEmpty()
                ? find()
                : rows.guarded(writer.named(rows.row(writes.update(writer.requireKey(), matching, own), related)));
    }

    private Mono<R> createOr(Mono<R> existing, List<Assignment<R>> values) {
        ForeignKey<R> key = writer.requireKey();
        if (withoutIndex.contains(writes.relation())) {
            return locked(existing, key, values);
        }
        return attempt(existing, key, values, 1).onErrorResume(FindOrCreate::lacksIndex, error -> {
            withoutIndex.add(writes.relation());
            return locked(existing, key, values);
        });
    }

    private Mono<R> attempt(Mono<R> existing, ForeignKey<R> key, List<Assignment<R>> values, int round) {
        Mono<R> again = round < rounds() && matching.isEmpty()
                ? Mono.defer(() -> attempt(existing, key, values, round + 1))
                // The row that keeps this one out is not the one that is looked for: the violation says so.
                : Mono.defer(() -> writer.stored(writes.create(key, values)));
        return rows.guarded(writer.named(rows.row(writes.createUnlessThere(key, values), related)))
                .switchIfEmpty(existing)
                .switchIfEmpty(again);
    }

    private Mono<R> locked(Mono<R> existing, ForeignKey<R> key, List<Assignment<R>> values) {
        return rows.atomic(rows.run(writes.lock(key))
                .then(existing)
                .switchIfEmpty(Mono.defer(() -> writer.stored(writes.create(key, values)))));
    }

    private int rounds() {
        boolean hidesRows = related.softDelete().isPresent()
                || !writes.relation().rows().conditions().isEmpty();
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
}
