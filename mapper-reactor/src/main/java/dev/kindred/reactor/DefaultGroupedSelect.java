package dev.kindred.reactor;

import dev.kindred.internal.query.Groups;
import dev.kindred.model.GroupCondition;
import dev.kindred.model.GroupValue;
import dev.kindred.model.SortOrder;
import dev.kindred.query.GroupedRow;
import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.internal.read.GroupReads;
import dev.kindred.reactor.internal.select.QueryContext;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.List;
import reactor.core.publisher.Flux;

/** A query for groups that runs on the subscriber's connection. */
record DefaultGroupedSelect<E>(QueryContext execution, Groups<E> groups) implements GroupedSelect<E> {

    @Override
    public GroupedSelect<E> with(GroupValue<E, ?> value) {
        return new DefaultGroupedSelect<>(execution, groups.with(value));
    }

    @Override
    public GroupedSelect<E> having(GroupCondition<E> condition) {
        return new DefaultGroupedSelect<>(execution, groups.having(condition));
    }

    @Override
    public GroupedSelect<E> orderBy(SortOrder<E> order) {
        return new DefaultGroupedSelect<>(execution, groups.of(groups.query().orderBy(order)));
    }

    @Override
    public GroupedSelect<E> limit(long rows) {
        return new DefaultGroupedSelect<>(execution, groups.of(groups.query().limit(rows)));
    }

    @Override
    public Flux<GroupedRow<E>> all() {
        return Handover.each(execution.observe(
                Operation.AGGREGATE,
                groups.query().model(),
                execution.read(
                        groups.query(), List.of(), runner -> GroupReads.read(runner, groups, execution.decoding()))));
    }
}
