package dev.kindred.reactor.internal.select;

import dev.kindred.internal.query.SelectQuery;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.page.Cursors;
import dev.kindred.reactor.internal.preload.Preloader;
import dev.kindred.reactor.internal.preload.RelationLoads;
import dev.kindred.type.JsonFormat;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * The parts of a mapper that queries use. Immutable and thread-safe.
 *
 * @param statements sends the statements
 * @param relations reads entities and loads their relations
 * @param preloader runs preloads
 * @param cursors reads and writes the cursors of pages
 */
public record QueryContext(StatementRunner statements, RelationLoads relations, Preloader preloader, Cursors cursors) {

    /**
     * Runs {@code reads} of {@code query}. A query that matches nothing sends no statement: the result is
     * {@code nothing}. All queries are read here.
     */
    public <T> Mono<T> read(SelectQuery<?> query, T nothing, Function<StatementRunner, Mono<T>> reads) {
        return query.matchesNothing() ? Mono.just(nothing) : statements.separately(reads);
    }

    /** Returns the format of JSON columns. */
    public JsonFormat json() {
        return relations.entities().json();
    }
}
