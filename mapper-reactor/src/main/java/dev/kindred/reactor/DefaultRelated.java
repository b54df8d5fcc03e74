package dev.kindred.reactor;

import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.util.Checks;
import dev.kindred.reactor.internal.preload.TransientChild;
import dev.kindred.reactor.internal.select.QueryContext;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** The relation of one entity, with the entity's key at the time of the call. */
final class DefaultRelated<R> implements Related<R> {

    private final EntitySelect<R> query;
    private final TransientChild<?, R> absentRow;

    DefaultRelated(QueryContext execution, SelectQuery<R> query, TransientChild<?, R> absentRow) {
        this.absentRow = absentRow;
        this.query = new DefaultEntitySelect<>(execution, query);
    }

    @Override
    public Mono<R> find() {
        return query.first();
    }

    @Override
    public Mono<R> getOrDefault(Supplier<R> absent) {
        Checks.notNull(absent, "absent");
        return find().switchIfEmpty(Mono.fromSupplier(() -> absentRow.of(absent)));
    }

    @Override
    public EntitySelect<R> query() {
        return query;
    }
}
