package dev.kindred.reactor.internal.select;

import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.page.Cursors;
import dev.kindred.reactor.internal.preload.Preloader;
import dev.kindred.reactor.internal.preload.RelationLoads;
import dev.kindred.type.JsonFormat;

/**
 * The parts of a mapper that queries use. Immutable and thread-safe.
 *
 * @param statements sends the statements
 * @param relations reads entities and loads their relations
 * @param preloader runs preloads
 * @param cursors reads and writes the cursors of pages
 */
public record Execution(
        StatementRunner statements, RelationLoads relations, Preloader preloader, Cursors cursors) {

    /** Returns the format of JSON columns. */
    public JsonFormat json() {
        return relations.entities().json();
    }
}
