package dev.kindred.reactor.internal.schema;

import dev.kindred.internal.render.CatalogQueries;
import dev.kindred.internal.render.CatalogQueries.KeyColumns;
import dev.kindred.internal.render.RenderedSql;
import dev.kindred.internal.render.Renderer;
import dev.kindred.internal.render.TypedReference;
import dev.kindred.internal.render.TypedReference.WrongRows;
import dev.kindred.internal.sql.ddl.SchemaStatement;
import dev.kindred.internal.verify.Catalog;
import dev.kindred.internal.verify.Verification;
import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.schema.Schema;
import dev.kindred.schema.SchemaReport;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends the statements of a schema on the subscriber's connection. Thread-safe. */
public final class SchemaRunner {

    private final StatementRunner runner;
    private final Renderer renderer;
    private final CatalogQueries queries;

    /** Creates a runner that reads the catalog with {@code queries}. */
    public SchemaRunner(StatementRunner runner, Renderer renderer, CatalogQueries queries) {
        this.runner = runner;
        this.renderer = renderer;
        this.queries = queries;
    }

    /** Returns {@code work} as one operation. */
    public <T> Mono<T> observe(Mono<T> work) {
        return runner.operations().observe(Operation.SCHEMA, null, null, work);
    }

    /** Sends {@code statements} in sequence. */
    public Mono<Void> run(List<SchemaStatement> statements) {
        return runner.together(
                        Access.WRITE,
                        together -> Flux.fromIterable(statements)
                                .concatMap(together::change)
                                .then())
                .contextWrite(Origins.of(Operation.SCHEMA));
    }

    /**
     * Compares the catalog with {@code schema}. Two statements. One more counts rows if keys have no unique index, and
     * one more if a relation has the name of a type and a key.
     */
    public Mono<SchemaReport> verify(Schema schema) {
        Verification verification = new Verification(schema, renderer);
        return runner.together(
                        Access.READ,
                        together -> catalog(together, verification)
                                .flatMap(catalog -> shared(together, verification.unguardedKeys(catalog))
                                        .flatMap(shared -> wrong(together, verification.typedReferences(catalog))
                                                .map(wrong -> verification.report(catalog, shared, wrong)))))
                .contextWrite(Origins.of(Operation.SCHEMA));
    }

    private Mono<Catalog> catalog(StatementRunner together, Verification verification) {
        RenderedSql columns = queries.columns(verification.tables());
        RenderedSql keys = queries.keys(verification.tables(), verification.enumTypes());
        return together.read(columns, () -> CatalogRows::column)
                .flatMap(found ->
                        together.read(keys, () -> CatalogRows::key).map(foundKeys -> new Catalog(found, foundKeys)));
    }

    private Mono<Map<KeyColumns, Long>> shared(StatementRunner together, List<KeyColumns> groups) {
        return groups.isEmpty()
                ? Mono.just(Map.of())
                : together.read(queries.sharedKeys(groups), () -> row -> CatalogRows.shared(row, groups))
                        .map(SchemaRunner::mapOf);
    }

    private Mono<List<WrongRows>> wrong(StatementRunner together, List<TypedReference> references) {
        return references.isEmpty()
                ? Mono.just(List.of())
                : together.read(queries.wrongRows(references), () -> row -> CatalogRows.wrong(row, references));
    }

    private static Map<KeyColumns, Long> mapOf(List<Map.Entry<KeyColumns, Long>> entries) {
        return entries.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
