package dev.kindred.reactor;

import dev.kindred.internal.persist.EntityWrites;
import dev.kindred.model.Condition;
import dev.kindred.model.EntityModel;
import dev.kindred.query.SelectQuery;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.persist.ViolatedMembers;
import dev.kindred.reactor.spi.StatementOrigin.Operation;
import dev.kindred.sql.Delete;
import dev.kindred.sql.Predicate;
import dev.kindred.sql.Statement;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A delete of many rows. */
record DefaultReactiveDelete<E>(Writing writing, BulkCondition<E> rows, boolean permanent)
        implements ReactiveDelete<E> {

    @Override
    public ReactiveDelete<E> where(Condition<E> condition) {
        return new DefaultReactiveDelete<>(writing, rows.and(condition), permanent);
    }

    @Override
    public ReactiveDelete<E> orWhere(Condition<E> condition) {
        return new DefaultReactiveDelete<>(writing, rows.or(condition), permanent);
    }

    @Override
    public ReactiveDelete<E> everything() {
        return new DefaultReactiveDelete<>(writing, rows.all(), permanent);
    }

    @Override
    public ReactiveDelete<E> permanently() {
        EntityModel<E> model = rows.query().model();
        SelectQuery<E> query = model.softDelete().isPresent() ? rows.query().withDeleted() : rows.query();
        return new DefaultReactiveDelete<>(writing, new BulkCondition<>(query, rows.everything()), true);
    }

    @Override
    public Mono<Long> execute() {
        return Mono.defer(() -> writing.rows().changeAlone(statement()))
                .onErrorMap(error -> ViolatedMembers.named(error, rows.query().model()))
                .contextWrite(Origins.of(Operation.DELETE, rows.query().model().type()));
    }

    private Statement statement() {
        EntityModel<E> model = rows.query().model();
        @Nullable Predicate where = rows.predicate("delete");
        return permanent ? new Delete(model.table(), where) : new EntityWrites<>(model, writing.clock()).remove(where);
    }
}
