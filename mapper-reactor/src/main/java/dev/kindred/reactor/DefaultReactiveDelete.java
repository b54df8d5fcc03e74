package dev.kindred.reactor;

import dev.kindred.model.Condition;
import dev.kindred.sql.Delete;
import reactor.core.publisher.Mono;

/** A delete of many rows. */
record DefaultReactiveDelete<E>(Writing writing, BulkCondition<E> rows) implements ReactiveDelete<E> {

    @Override
    public ReactiveDelete<E> where(Condition<E> condition) {
        return new DefaultReactiveDelete<>(writing, rows.and(condition));
    }

    @Override
    public ReactiveDelete<E> orWhere(Condition<E> condition) {
        return new DefaultReactiveDelete<>(writing, rows.or(condition));
    }

    @Override
    public ReactiveDelete<E> everything() {
        return new DefaultReactiveDelete<>(writing, rows.all());
    }

    @Override
    public Mono<Long> execute() {
        return Mono.defer(
                () -> writing.rows().change(new Delete(rows.query().model().table(), rows.predicate("delete"))));
    }
}
