package dev.kindred.reactor;

import dev.kindred.internal.persist.OwnerTouches;
import dev.kindred.internal.render.Renderer;
import dev.kindred.internal.render.postgres.PostgresRenderer;
import dev.kindred.reactor.internal.connection.ConnectionRecovery;
import dev.kindred.reactor.internal.connection.ConnectionScopes;
import dev.kindred.reactor.internal.connection.ServerErrors;
import dev.kindred.reactor.internal.connection.SqlCommands;
import dev.kindred.reactor.internal.connection.StatementObserver;
import dev.kindred.reactor.internal.execute.CurrentScope;
import dev.kindred.reactor.internal.execute.StatementExecutor;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.page.Cursors;
import dev.kindred.reactor.internal.persist.RowWriter;
import dev.kindred.reactor.internal.preload.Preloader;
import dev.kindred.reactor.internal.preload.RelationLoads;
import dev.kindred.reactor.internal.row.ParameterBinder;
import dev.kindred.reactor.internal.transaction.Transactions;
import dev.kindred.reactor.spi.ConnectionSource;
import dev.kindred.reactor.spi.StatementListener;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Puts the parts of a mapper together. */
final class MapperWiring {

    private final Transactions transactions;
    private final Execution execution;
    private final MapperSettings settings;

    MapperWiring(ConnectionSource source, List<StatementListener> listeners, MapperSettings settings) {
        StatementObserver observer = new StatementObserver(listeners);
        ServerErrors errors = new ServerErrors(settings.exposeServerMessages());
        SqlCommands commands = new SqlCommands(observer, errors, settings.statementTimeout());
        ConnectionRecovery recovery = new ConnectionRecovery(source, commands);
        CurrentScope scopes = new CurrentScope(source, new ConnectionScopes(source, commands, recovery));
        StatementExecutor executor = new StatementExecutor(
                new ParameterBinder(settings.jsonFormat()), observer, errors, settings.statementTimeout());
        Renderer renderer = new PostgresRenderer();
        StatementRunner statements = new StatementRunner(renderer, executor, scopes);
        RelationLoads relations =
                new RelationLoads(statements, settings.jsonFormat(), settings.siblingBatchSize());
        this.settings = settings;
        this.transactions = new Transactions(source, commands, recovery, settings.transactionTimeout());
        this.execution = new Execution(
                statements,
                renderer,
                relations,
                new Preloader(relations),
                new Cursors(settings.cursorKey(), settings.jsonFormat()));
    }

    ReactiveMapper mapper() {
        RowWriter rows = new RowWriter(
                execution.statements(), transactions, execution.relations().entities(), OwnerTouches.at(settings.clock()));
        return new DefaultReactiveMapper(
                execution, transactions, new Writing(rows, settings.clock(), ConcurrentHashMap.newKeySet()));
    }

    /** What queries and writes run with. */
    record Execution(
            StatementRunner statements,
            Renderer renderer,
            RelationLoads relations,
            Preloader preloader,
            Cursors cursors) {}
}
