package dev.kindred.reactor.internal.select;

import dev.kindred.internal.query.SelectQuery;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.page.Cursors;
import dev.kindred.reactor.internal.preload.Preloader;
import dev.kindred.reactor.internal.preload.RelationLoads;
import dev.kindred.reactor.internal.row.RowDecoding;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The parts of a mapper that queries use. Immutable and thread-safe.
 *
 * @param statements sends the statements
 * @param relations reads entities and loads their relations
 * @param preloader runs preloads
 * @param cursors reads and writes the cursors of pages
 * @param relation the relation whose related rows are read, or null for any rows
 * @param owner the entity of the relation, or null
 */
public record QueryContext(
        StatementRunner statements,
        RelationLoads relations,
        Preloader preloader,
        Cursors cursors,
        @Nullable Relation<?, ?> relation,
        @Nullable Object owner) {

    /** Returns a context whose queries read the related rows of {@code relation}. */
    public QueryContext of(Relation<?, ?> relation) {
        return new QueryContext(statements, relations, preloader, cursors, relation, null);
    }

    /** Returns a context whose queries read the rows related to {@code entity} by {@code relation}. */
    public QueryContext of(Relation<?, ?> relation, Object entity) {
        return new QueryContext(statements, relations, preloader, cursors, relation, entity);
    }

    /** Returns a context whose queries can read the rows of all tenants. */
    public QueryContext acrossTenants() {
        return new QueryContext(statements.acrossTenants(), relations, preloader, cursors, relation, owner);
    }

    /** Returns {@code read} as one operation on the rows of {@code model}. */
    public <T> Mono<T> observe(Operation operation, EntityModel<?> model, Mono<T> read) {
        Mono<T> own = owner == null ? read : statements.tenants().of(List.of(owner), read);
        return statements.operations().observe(operation, entity(model), relation, own);
    }

    /** Returns {@code read} as one operation on the rows of {@code model}. */
    public <T> Flux<T> observe(Operation operation, EntityModel<?> model, Flux<T> read) {
        Flux<T> own = owner == null ? read : statements.tenants().of(List.of(owner), read);
        return statements.operations().observe(operation, entity(model), relation, own);
    }

    /** Returns {@code read} with its errors translated. An operation is translated already. */
    public <T> Mono<T> translated(Mono<T> read) {
        return statements.operations().translated(read);
    }

    private Class<?> entity(EntityModel<?> model) {
        return relation == null ? model.type() : relation.entity();
    }

    /**
     * Runs {@code reads} of {@code query}. A query that matches nothing sends no statement: the result is
     * {@code nothing}. All queries are read here.
     */
    public <T> Mono<T> read(SelectQuery<?> query, T nothing, Function<StatementRunner, Mono<T>> reads) {
        return query.matchesNothing() ? Mono.just(nothing) : statements.separately(reads);
    }

    /** Returns how the values of rows are read. */
    public RowDecoding decoding() {
        return relations.entities().decoding();
    }
}
