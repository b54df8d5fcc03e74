package dev.kindred.reactor;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.preload.TransientChild;
import dev.kindred.reactor.internal.select.QueryContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The relation of one entity, with the entity's key at the time of the call. */
final class DefaultRelated<R> implements Related<R> {

    private final QueryContext execution;
    private final Relation<?, R> relation;
    private final Supplier<SelectQuery<R>> query;
    private final @Nullable Object key;
    private final TransientChild<?, R> absentRow;

    /**
     * Reads the rows of {@code query}: those related to {@code key}, or to no known key if it is null. A write needs no
     * query, so {@code query} is called for each read.
     */
    DefaultRelated(
            QueryContext execution,
            Relation<?, R> relation,
            Supplier<SelectQuery<R>> query,
            @Nullable Object key,
            TransientChild<?, R> absentRow) {
        this.key = key;
        this.execution = execution;
        this.relation = relation;
        this.absentRow = absentRow;
        this.query = query;
    }

    @Override
    public Mono<R> find() {
        return select().rows().first(alone -> execution.relations().one(relation, key, alone));
    }

    @Override
    public Mono<R> get() {
        return execution.translated(find().switchIfEmpty(Mono.error(this::notFound)));
    }

    private EntityNotFoundException notFound() {
        Class<R> related = relation.related().type();
        return new EntityNotFoundException(
                "The " + relation.entity().getSimpleName() + " has no related row: " + relation + " found no "
                        + relation.related().name() + ". Use find() if the row is optional.",
                related,
                null);
    }

    @Override
    public Mono<R> getOrDefault(Supplier<R> absent) {
        Checks.notNull(absent, "absent");
        return find().switchIfEmpty(Mono.fromSupplier(() -> absentRow.of(absent)));
    }

    @Override
    public EntitySelect<R> query() {
        return select();
    }

    private DefaultEntitySelect<R> select() {
        return new DefaultEntitySelect<>(execution, query.get());
    }
}
