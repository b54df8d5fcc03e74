package dev.kindred.reactor.internal.wiring;

import dev.kindred.internal.persist.OwnerTouches;
import dev.kindred.internal.render.Renderer;
import dev.kindred.internal.render.postgres.PostgresCatalogQueries;
import dev.kindred.internal.render.postgres.PostgresRenderer;
import dev.kindred.internal.util.Checks;
import dev.kindred.reactor.internal.connection.ConnectionRecovery;
import dev.kindred.reactor.internal.connection.ConnectionScopes;
import dev.kindred.reactor.internal.connection.LogPositions;
import dev.kindred.reactor.internal.connection.ReadRouting;
import dev.kindred.reactor.internal.connection.ServerErrors;
import dev.kindred.reactor.internal.connection.SharedPool;
import dev.kindred.reactor.internal.connection.SqlCommands;
import dev.kindred.reactor.internal.connection.StatementObserver;
import dev.kindred.reactor.internal.execute.CurrentScope;
import dev.kindred.reactor.internal.execute.StatementExecutor;
import dev.kindred.reactor.internal.execute.StatementRetries;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.page.Cursors;
import dev.kindred.reactor.internal.page.PositionText;
import dev.kindred.reactor.internal.persist.PairWrites;
import dev.kindred.reactor.internal.persist.RowWriter;
import dev.kindred.reactor.internal.persist.SharedRowWrites;
import dev.kindred.reactor.internal.persist.WriteContext;
import dev.kindred.reactor.internal.preload.Preloader;
import dev.kindred.reactor.internal.preload.RelationLoads;
import dev.kindred.reactor.internal.read.EntityReads;
import dev.kindred.reactor.internal.replica.ReplicaRouting;
import dev.kindred.reactor.internal.replica.Replication;
import dev.kindred.reactor.internal.row.ParameterBinder;
import dev.kindred.reactor.internal.schema.SchemaRunner;
import dev.kindred.reactor.internal.select.QueryContext;
import dev.kindred.reactor.internal.shared.Sharing;
import dev.kindred.reactor.internal.transaction.CurrentTransaction;
import dev.kindred.reactor.internal.transaction.Transactions;
import dev.kindred.reactor.spi.ConnectionSource;
import dev.kindred.reactor.transaction.TransactionOptions;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Creates and connects the parts of a mapper. */
public final class MapperWiring {

    private MapperWiring() {}

    /** Creates the parts of a mapper on connections of {@code source}. Acquires no connection. */
    public static MapperParts parts(ConnectionSource source, StatementObserver observer, MapperSettings settings) {
        ServerErrors errors = new ServerErrors(settings.exposeServerMessages());
        SqlCommands commands = new SqlCommands(observer, errors, settings.statementTimeout());
        ConnectionRecovery recovery = new ConnectionRecovery(source, commands);
        CurrentTransaction current = new CurrentTransaction(source, settings.transactionTimeout());
        ConnectionScopes connections = new ConnectionScopes(source, commands, recovery);
        Renderer renderer = new PostgresRenderer();
        StatementRunner statements = new StatementRunner(
                renderer,
                executor(observer, errors, settings),
                new CurrentScope(source, connections, current, settings.retries()));
        Transactions transactions = new Transactions(
                source, commands, recovery, current, settings.transactionTimeout(), ofOperation(settings.retries()));
        RelationLoads relations = relations(source, statements, settings);
        RowWriter rows = rows(source, statements, transactions, relations.entities(), settings);
        return new MapperParts(
                new QueryContext(
                        statements,
                        relations,
                        new Preloader(relations),
                        new Cursors(settings.cursorKey(), settings.context()),
                        null,
                        null),
                new WriteContext(
                        rows,
                        settings.clock(),
                        new PairWrites(settings.clock()),
                        settings.auditing(),
                        settings.tenants(),
                        settings.callbacks(),
                        ConcurrentHashMap.newKeySet(),
                        ConcurrentHashMap.newKeySet()),
                transactions,
                new SchemaRunner(statements, renderer, new PostgresCatalogQueries()),
                new Replication(
                        connections,
                        new LogPositions(observer),
                        new PositionText(settings.cursorKey()),
                        routing(source)));
    }

    private static StatementExecutor executor(
            StatementObserver observer, ServerErrors errors, MapperSettings settings) {
        return new StatementExecutor(
                new ParameterBinder(settings.context()),
                settings.auditing(),
                settings.tenants(),
                observer,
                errors,
                settings.statementTimeout());
    }

    /** The options of the transactions that the mapper begins for one operation. */
    private static TransactionOptions ofOperation(StatementRetries retries) {
        return TransactionOptions.defaults().retry(retries.times(), retries.firstBackoff());
    }

    private static @Nullable ReplicaRouting routing(ConnectionSource source) {
        return ReadRouting.ofOrNull(source) instanceof ReplicaRouting routing ? routing : null;
    }

    private static RelationLoads relations(
            ConnectionSource source, StatementRunner statements, MapperSettings settings) {
        return new RelationLoads(
                statements,
                settings.context(),
                settings.limits(),
                settings.loadMode(),
                settings.sharesReads() ? sharing("sharedReads", source, statements) : null);
    }

    private static RowWriter rows(
            ConnectionSource source,
            StatementRunner statements,
            Transactions transactions,
            EntityReads reads,
            MapperSettings settings) {
        return new RowWriter(
                statements,
                transactions,
                reads,
                OwnerTouches.at(settings.clock()),
                settings.sharesWrites()
                        ? new SharedRowWrites(sharing("sharedWrites", source, statements), reads)
                        : null);
    }

    private static Sharing sharing(String option, ConnectionSource source, StatementRunner statements) {
        @Nullable SharedPool pool = SharedPool.ofOrNull(source);
        Checks.argument(
                pool != null,
                option + " needs a pool of Connections: another source may select the server or the tenant by the"
                        + " Context of the subscriber. Build the mapper on Connections.builder(..).build(), or leave "
                        + option + " off");
        return new Sharing(statements, Checks.notNull(pool, "pool"));
    }
}
