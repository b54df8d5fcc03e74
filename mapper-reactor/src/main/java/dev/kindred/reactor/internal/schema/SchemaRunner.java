package dev.kindred.reactor.internal.schema;

import dev.kindred.internal.render.CatalogQueries;
import dev.kindred.internal.render.CatalogQueries.KeyColumns;
import dev.kindred.internal.render.RenderedSql;
import dev.kindred.internal.render.Renderer;
import dev.kindred.internal.schema.Catalog;
import dev.kindred.internal.schema.Verification;
import dev.kindred.internal.sql.ddl.SchemaStatement;
import dev.kindred.reactor.internal.connection.ConnectionScope;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.execute.CurrentScope;
import dev.kindred.reactor.internal.execute.StatementExecutor;
import dev.kindred.reactor.spi.StatementOrigin.Operation;
import dev.kindred.schema.Schema;
import dev.kindred.schema.SchemaReport;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends what a schema needs on the subscriber's connection. Thread-safe. */
public final class SchemaRunner {

    private final CurrentScope scopes;
    private final StatementExecutor executor;
    private final Renderer renderer;
    private final CatalogQueries queries;

    /** Asks the catalogue with {@code queries}. */
    public SchemaRunner(CurrentScope scopes, StatementExecutor executor, Renderer renderer, CatalogQueries queries) {
        this.scopes = scopes;
        this.executor = executor;
        this.renderer = renderer;
        this.queries = queries;
    }

    /** Sends {@code statements}, one after another. */
    public Mono<Void> run(List<SchemaStatement> statements) {
        return scopes.run(scope -> Flux.fromIterable(statements)
                        .concatMap(statement -> executor.change(scope, renderer.render(statement)))
                        .then())
                .contextWrite(Origins.of(Operation.SCHEMA));
    }

    /** Compares: two statements, and one more when there are keys without a unique index, whose rows have to be counted. */
    public Mono<SchemaReport> verify(Schema schema) {
        Verification verification = new Verification(schema, renderer);
        return scopes.run(scope -> catalog(scope, verification)
                        .flatMap(catalog -> shared(scope, verification.unguardedKeys(catalog))
                                .map(shared -> verification.report(catalog, shared))))
                .contextWrite(Origins.of(Operation.SCHEMA));
    }

    private Mono<Catalog> catalog(ConnectionScope scope, Verification verification) {
        RenderedSql columns = queries.columns(verification.tables());
        RenderedSql keys = queries.keys(verification.tables(), verification.enumTypes());
        return executor.read(scope, columns, () -> CatalogRows::column)
                .flatMap(found -> executor.read(scope, keys, () -> CatalogRows::key)
                        .map(foundKeys -> new Catalog(found, foundKeys)));
    }

    private Mono<Map<KeyColumns, Long>> shared(ConnectionScope scope, List<KeyColumns> groups) {
        return groups.isEmpty()
                ? Mono.just(Map.of())
                : executor.read(scope, queries.sharedKeys(groups), () -> row -> CatalogRows.shared(row, groups))
                        .map(SchemaRunner::mapOf);
    }

    private static Map<KeyColumns, Long> mapOf(List<Map.Entry<KeyColumns, Long>> entries) {
        return entries.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
