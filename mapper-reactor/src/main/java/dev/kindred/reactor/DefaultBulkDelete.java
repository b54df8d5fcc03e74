package dev.kindred.reactor;

import dev.kindred.internal.persist.EntityWrites;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Delete;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Statement;
import dev.kindred.model.Condition;
import dev.kindred.model.EntityModel;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.persist.BulkCondition;
import dev.kindred.reactor.internal.persist.ViolatedMembers;
import dev.kindred.reactor.internal.persist.WriteContext;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A delete of many rows. */
record DefaultBulkDelete<E>(WriteContext writing, BulkCondition<E> rows, boolean permanent) implements BulkDelete<E> {

    @Override
    public BulkDelete<E> where(Condition<E> condition) {
        return new DefaultBulkDelete<>(writing, rows.and(condition), permanent);
    }

    @Override
    public BulkDelete<E> orWhere(Condition<E> condition) {
        return new DefaultBulkDelete<>(writing, rows.or(condition), permanent);
    }

    @Override
    public BulkDelete<E> everything() {
        return new DefaultBulkDelete<>(writing, rows.all(), permanent);
    }

    @Override
    public BulkDelete<E> permanently() {
        EntityModel<E> model = rows.query().model();
        SelectQuery<E> query = model.softDelete().isPresent() ? rows.query().withDeleted() : rows.query();
        return new DefaultBulkDelete<>(writing, new BulkCondition<>(query, rows.everything()), true);
    }

    @Override
    public Mono<Long> execute() {
        EntityModel<E> model = rows.query().model();
        Mono<Long> deleted = Mono.defer(() -> writing.rows().changeAlone(statement()))
                .onErrorMap(error -> ViolatedMembers.named(error, model))
                .contextWrite(Origins.of(Operation.DELETE, model.type()));
        return writing.observe(Operation.DELETE, model.type(), deleted);
    }

    private Statement statement() {
        EntityModel<E> model = rows.query().model();
        @Nullable Predicate where = rows.predicate("delete");
        return permanent
                ? new Delete(Nodes.of(model).table(), where)
                : new EntityWrites<>(model, writing.clock()).remove(where);
    }
}
