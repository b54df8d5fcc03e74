package dev.kindred.reactor;

import dev.kindred.internal.persist.EntityWrites;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import dev.kindred.model.Condition;
import dev.kindred.model.EntityModel;
import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.persist.BulkCondition;
import dev.kindred.reactor.internal.persist.ViolatedMembers;
import dev.kindred.reactor.internal.persist.WriteContext;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An update of many rows. */
record DefaultBulkUpdate<E>(WriteContext writing, BulkCondition<E> rows, List<Assignment<E>> values)
        implements BulkUpdate<E> {

    @Override
    public BulkUpdate<E> set(Assignment<E> value) {
        return set(List.of(Checks.notNull(value, "value")));
    }

    @Override
    public BulkUpdate<E> set(Collection<Assignment<E>> more) {
        List<Assignment<E>> all = new ArrayList<>(values);
        all.addAll(Checks.noNulls(more, "values"));
        return new DefaultBulkUpdate<>(writing, rows, List.copyOf(all));
    }

    @Override
    public BulkUpdate<E> where(Condition<E> condition) {
        return new DefaultBulkUpdate<>(writing, rows.and(condition), values);
    }

    @Override
    public BulkUpdate<E> orWhere(Condition<E> condition) {
        return new DefaultBulkUpdate<>(writing, rows.or(condition), values);
    }

    @Override
    public BulkUpdate<E> everything() {
        return new DefaultBulkUpdate<>(writing, rows.all(), values);
    }

    @Override
    public Mono<Long> execute() {
        return run(List.of(), writing.rows()::changeAlone).defaultIfEmpty(0L);
    }

    @Override
    public Flux<E> returning() {
        return Handover.each(
                run(Columns.references(model()), statement -> writing.rows().rowsAlone(statement, model())));
    }

    private <T> Mono<T> run(List<ColumnReference> returning, Function<Statement, Mono<T>> send) {
        Mono<T> updated = Mono.defer(() -> {
            var where = rows.predicate("update");
            return values.isEmpty()
                    ? Mono.empty()
                    : send.apply(new EntityWrites<>(model(), writing.clock()).update(values, where, returning))
                            .onErrorMap(error -> ViolatedMembers.named(error, model()))
                            .contextWrite(Origins.of(Operation.UPDATE, model().type()));
        });
        return writing.observe(Operation.UPDATE, model().type(), updated);
    }

    private EntityModel<E> model() {
        return rows.query().model();
    }
}
