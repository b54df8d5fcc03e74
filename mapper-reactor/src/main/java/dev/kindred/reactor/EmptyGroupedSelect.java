package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.GroupCondition;
import dev.kindred.model.GroupValue;
import dev.kindred.model.SortOrder;
import dev.kindred.query.GroupedRow;
import reactor.core.publisher.Flux;

/** The query for groups of the related rows of an entity whose key is null: there are none, and it sends nothing. */
record EmptyGroupedSelect<E>() implements GroupedSelect<E> {

    @Override
    public GroupedSelect<E> with(GroupValue<E, ?> value) {
        Checks.notNull(value, "value");
        return this;
    }

    @Override
    public GroupedSelect<E> having(GroupCondition<E> condition) {
        Checks.notNull(condition, "condition");
        return this;
    }

    @Override
    public GroupedSelect<E> orderBy(SortOrder<E> order) {
        Checks.notNull(order, "order");
        return this;
    }

    @Override
    public GroupedSelect<E> limit(long groups) {
        return this;
    }

    @Override
    public Flux<GroupedRow<E>> all() {
        return Flux.empty();
    }
}
