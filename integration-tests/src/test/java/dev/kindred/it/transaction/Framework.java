package dev.kindred.it.transaction;

import dev.kindred.reactor.spi.AmbientTransaction;
import dev.kindred.reactor.spi.AmbientTransaction.Outcome;
import dev.kindred.reactor.spi.ConnectionRequest;
import dev.kindred.reactor.spi.ConnectionSource;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Wrapped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * A framework that owns transactions: it begins and ends them on connections of its pool and puts them into the
 * Context.
 */
final class Framework implements ConnectionSource {

    private static final Object KEY = new Object();

    private final ConnectionPool pool;
    private final boolean asynchronous;
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<ConnectionRequest> requests = new CopyOnWriteArrayList<>();
    private boolean tellsEnd = true;

    /** Creates a framework that looks up transactions on another thread if {@code asynchronous}. */
    Framework(ConnectionPool pool, boolean asynchronous) {
        this.pool = pool;
        this.asynchronous = asynchronous;
    }

    Framework withoutEnd() {
        tellsEnd = false;
        return this;
    }

    /** Returns all calls on the connection of the transaction, with the text of each statement. */
    List<String> sent() {
        return List.copyOf(sent);
    }

    List<ConnectionRequest> requests() {
        return List.copyOf(requests);
    }

    /** Runs {@code work} in a transaction that commits after success. */
    <T> Mono<List<T>> transactional(Flux<T> work) {
        return transactional(work, transaction -> {});
    }

    /** Runs {@code work} in a transaction, which {@code started} receives. */
    <T> Mono<List<T>> transactional(Flux<T> work, Consumer<Running> started) {
        return Mono.usingWhen(
                pool.create().map(connection -> new Running(connection, recording(connection), sent, tellsEnd)),
                transaction -> {
                    started.accept(transaction);
                    return command(transaction.owned, "BEGIN")
                            .then(work.collectList().contextWrite(context -> context.put(KEY, transaction)));
                },
                transaction -> transaction.rollbackOnly ? transaction.rollback() : transaction.commit(),
                (transaction, error) -> transaction.rollback(),
                Running::rollback);
    }

    /** Returns {@code work} outside the transaction. */
    static <T> Mono<T> suspended(Mono<T> work) {
        return work.contextWrite(context -> context.delete(KEY));
    }

    static Context context(Running transaction) {
        return Context.of(KEY, transaction);
    }

    @Override
    public Mono<AmbientTransaction> ambient() {
        Mono<AmbientTransaction> found =
                Mono.deferContextual(context -> Mono.justOrEmpty(context.<AmbientTransaction>getOrEmpty(KEY)));
        return asynchronous ? found.publishOn(Schedulers.parallel()) : found;
    }

    @Override
    public Mono<Connection> acquire(ConnectionRequest request) {
        requests.add(request);
        return Mono.from(request.isNested() ? pool.unwrap().create() : pool.create());
    }

    @Override
    public Mono<Void> release(Connection connection) {
        return Mono.from(connection.close());
    }

    @Override
    public Mono<Void> discard(Connection connection) {
        return Mono.from(connection.close());
    }

    /** The driver's own method sends nothing before BEGIN is answered. */
    private static Mono<Void> command(Connection connection, String text) {
        return Mono.defer(() -> Flux.from(connection.createStatement(text).execute())
                .concatMap(Result::getRowsUpdated)
                .then());
    }

    private Connection recording(Connection inner) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class, Wrapped.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "unwrap" -> {
                            return inner;
                        }
                        case "isAutoCommit", "hashCode", "equals", "toString" -> {}
                        case "createStatement" -> sent.add((String) arguments[0]);
                        default -> sent.add(method.getName());
                    }
                    try {
                        return method.invoke(inner, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** One transaction of the framework. */
    static final class Running extends AmbientTransaction {

        private final Connection owned;
        private final Connection lent;
        private final List<String> sent;
        private final boolean tellsEnd;
        private final List<Function<Outcome, Mono<Void>>> actions = new CopyOnWriteArrayList<>();
        private volatile boolean active = true;
        private volatile boolean rollbackOnly;

        private Running(Connection owned, Connection lent, List<String> sent, boolean tellsEnd) {
            this.owned = owned;
            this.lent = lent;
            this.sent = sent;
            this.tellsEnd = tellsEnd;
        }

        @Override
        public Connection connection() {
            return lent;
        }

        @Override
        public boolean isActive() {
            return active;
        }

        @Override
        public void setRollbackOnly() {
            rollbackOnly = true;
        }

        boolean isRollbackOnly() {
            return rollbackOnly;
        }

        @Override
        public boolean onEnd(Function<Outcome, Mono<Void>> action) {
            return tellsEnd && actions.add(action);
        }

        Mono<Void> commit() {
            return end(
                    "commit of the framework",
                    Mono.defer(() -> Mono.from(owned.commitTransaction())),
                    Outcome.COMMITTED);
        }

        Mono<Void> rollback() {
            return end("rollback of the framework", command(owned, "ROLLBACK"), Outcome.ROLLED_BACK);
        }

        private Mono<Void> end(String name, Mono<Void> command, Outcome outcome) {
            return Mono.defer(() -> {
                active = false;
                sent.add(name);
                return quiet().then(command)
                        .then(Mono.defer(() -> Mono.from(owned.close())))
                        .then(Flux.fromIterable(actions)
                                .concatMap(action -> action.apply(outcome))
                                .then());
            });
        }
    }
}
