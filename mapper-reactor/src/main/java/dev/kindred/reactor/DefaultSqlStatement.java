package dev.kindred.reactor;

import dev.kindred.error.NonUniqueResultException;
import dev.kindred.error.TenantException;
import dev.kindred.internal.render.RenderedSql;
import dev.kindred.internal.render.RenderedSql.Tenancy;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.RawStatement;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.EntityModel;
import dev.kindred.model.RawSql;
import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.read.EntityReads;
import dev.kindred.reactor.internal.row.NamedValues;
import dev.kindred.reactor.internal.row.RowDecoding;
import dev.kindred.reactor.internal.row.RowReader;
import dev.kindred.reactor.internal.select.QueryContext;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.type.SqlType;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A statement that runs on the subscriber's connection. */
record DefaultSqlStatement(QueryContext execution, RawSql sql, boolean isAcross) implements SqlStatement {

    @Override
    public SqlStatement bind(String name, Object value) {
        return new DefaultSqlStatement(execution, sql.bind(name, value), isAcross);
    }

    @Override
    public <T> SqlStatement bind(String name, SqlType<T> type, @Nullable T value) {
        return new DefaultSqlStatement(execution, sql.bind(name, type, value), isAcross);
    }

    @Override
    public SqlStatement bindNull(String name, Class<?> type) {
        return new DefaultSqlStatement(execution, sql.bindNull(name, type), isAcross);
    }

    @Override
    public SqlStatement acrossTenants() {
        return new DefaultSqlStatement(execution, sql, true);
    }

    @Override
    public <E> SqlRows<E> as(Class<E> type) {
        EntityModel<E> model = EntityModel.of(type);
        EntityReads reads = execution.relations().entities();
        return rows(() -> reads.namedReader(model, reads.mode()));
    }

    @Override
    public <T> SqlRows<T> map(Function<SqlRow, ? extends T> mapping) {
        Checks.notNull(mapping, "mapping");
        RowDecoding decoding =
                RowDecoding.byDriver(execution.relations().entities().context());
        return rows(() -> row -> Checks.notNull(
                mapping.apply(new DefaultSqlRow(new NamedValues(row, decoding))),
                "the result of the mapping function"));
    }

    @Override
    public Mono<Long> execute() {
        RenderedSql rendered = rendered();
        return observed(execution.statements().change(rendered));
    }

    private RenderedSql rendered() {
        RawStatement given = Nodes.of(sql);
        boolean hasTenants = execution.statements().tenants().areUsed();
        if (hasTenants && given.values().containsKey(RawStatement.TENANT)) {
            throw new TenantException("The SQL has a value for :tenant. Leave it out: it is bound from the Context.");
        }
        RawStatement complete = hasTenants ? given.withTenant().complete() : given.complete();
        RenderedSql rendered = execution.statements().render(complete);
        return isAcross && rendered.tenancy() == Tenancy.UNKNOWN ? rendered.of(Tenancy.NONE) : rendered;
    }

    private <T> SqlRows<T> rows(Supplier<RowReader<T>> reader) {
        RenderedSql rendered = rendered();
        return new Rows<>(execution, observed(execution.statements().write(rendered, reader)));
    }

    private <T> Mono<T> observed(Mono<T> result) {
        return execution
                .statements()
                .operations()
                .observe(Operation.SQL, null, null, result.contextWrite(Origins.of(Operation.SQL)));
    }

    private record Rows<T>(QueryContext execution, Mono<List<T>> rows) implements SqlRows<T> {

        @Override
        public Flux<T> all() {
            return Handover.each(rows);
        }

        @Override
        public Mono<T> first() {
            return rows.flatMap(all -> all.isEmpty() ? Mono.empty() : Mono.just(all.get(0)));
        }

        @Override
        public Mono<T> one() {
            return execution.translated(rows.flatMap(all -> all.size() > 1
                    ? Mono.error(new NonUniqueResultException(
                            "The SQL returned more than one row, but one() allows one. Narrow it, or use"
                                    + " first() with an order."))
                    : Mono.justOrEmpty(all.stream().findFirst())));
        }
    }
}
