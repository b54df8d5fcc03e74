package dev.kindred.reactor;

import dev.kindred.error.SchemaMismatchException;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.util.Checks;
import dev.kindred.reactor.internal.schema.SchemaRunner;
import dev.kindred.reactor.internal.transaction.Transactions;
import dev.kindred.schema.Finding;
import dev.kindred.schema.Schema;
import dev.kindred.schema.SchemaPolicy;
import dev.kindred.schema.SchemaReport;
import reactor.core.publisher.Mono;
import reactor.util.Logger;
import reactor.util.Loggers;

/** Operations on the tables of some entities. */
final class DefaultSchemaOperations implements SchemaOperations {

    private static final Logger LOG = Loggers.getLogger("dev.kindred.schema");

    private final Schema schema;
    private final Transactions transactions;
    private final SchemaRunner runner;

    DefaultSchemaOperations(Schema schema, Transactions transactions, SchemaRunner runner) {
        this.schema = schema;
        this.transactions = transactions;
        this.runner = runner;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public String ddl() {
        return schema.ddl();
    }

    @Override
    public Mono<Void> create() {
        return runner.observe(Mono.defer(
                () -> transactions.execute(runner.run(Nodes.of(schema).createStatements()))));
    }

    @Override
    public Mono<Void> drop() {
        return runner.observe(Mono.defer(
                () -> transactions.execute(runner.run(Nodes.of(schema).dropStatements()))));
    }

    @Override
    public Mono<SchemaReport> verify() {
        return runner.observe(Mono.defer(() -> runner.verify(schema)));
    }

    @Override
    public Mono<Void> verify(SchemaPolicy policy) {
        return switch (Checks.notNull(policy, "policy")) {
            case OFF -> Mono.empty();
            case WARN -> verify().doOnNext(DefaultSchemaOperations::log).then();
            case FAIL -> verify().flatMap(DefaultSchemaOperations::refuse);
        };
    }

    private static void log(SchemaReport report) {
        for (Finding finding : report.findings()) {
            LOG.warn("{}", finding.message());
        }
    }

    private static Mono<Void> refuse(SchemaReport report) {
        return report.isClean()
                ? Mono.empty()
                : Mono.error(() -> new SchemaMismatchException("The database differs from the entities:\n" + report));
    }
}
