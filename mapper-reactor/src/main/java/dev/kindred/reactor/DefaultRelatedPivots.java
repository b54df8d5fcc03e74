package dev.kindred.reactor;

import dev.kindred.internal.query.SelectQuery;
import dev.kindred.query.Linked;
import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.internal.preload.LinkedRows;
import dev.kindred.reactor.internal.select.QueryContext;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.List;
import reactor.core.publisher.Flux;

/** The many-to-many relation of one entity, with the entity's key at the time of the call. */
record DefaultRelatedPivots<E, R, P>(
        QueryContext execution, EntitySelect<R> query, LinkedRows<E, R, P> rows, SelectQuery<P> pivots)
        implements RelatedPivots<R, P> {

    @Override
    public Flux<Linked<R, P>> links() {
        return Handover.each(execution.observe(
                Operation.FIND,
                pivots.model(),
                execution.read(pivots, List.of(), runner -> rows.read(runner, pivots))));
    }
}
