package dev.kindred.it.spring;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.Wrapped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Connections whose thread pauses while it hands a statement with the text {@code paused} to the driver: until the end
 * of its transaction was decided, and then until ROLLBACK was handed over, or for half a second if ROLLBACK waits for
 * the statement. For one statement. Thread-safe.
 */
final class PausedStatements implements ConnectionFactory {

    private final ConnectionFactory factory;
    private final CountDownLatch handing = new CountDownLatch(1);
    private final CountDownLatch decided = new CountDownLatch(1);
    private final CountDownLatch rolledBack = new CountDownLatch(1);
    private volatile boolean wasFirst;

    PausedStatements(ConnectionFactory factory) {
        this.factory = factory;
    }

    /** Completes when the statement is being handed over. Its thread pauses then. */
    Mono<Void> handing() {
        return Mono.create(sink -> new Thread(() -> {
                    await(handing, 20_000);
                    sink.success();
                })
                .start());
    }

    /** Records that the transaction will be rolled back. */
    void decided() {
        decided.countDown();
    }

    /** Returns whether ROLLBACK was handed over while the statement was. */
    boolean wasRolledBackFirst() {
        return wasFirst;
    }

    @Override
    public Publisher<? extends Connection> create() {
        return Mono.from(factory.create()).map(this::wrapped);
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return factory.getMetadata();
    }

    private Connection wrapped(Connection connection) {
        Class<?>[] types = {Connection.class, Wrapped.class};
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), types, (proxy, method, arguments) -> {
            if (method.getName().equals("unwrap")) {
                boolean isWanted = arguments == null || ((Class<?>) arguments[0]).isInstance(connection);
                return isWanted ? connection : null;
            }
            Object result = call(method, connection, arguments);
            if (!method.getName().equals("createStatement")) {
                return result;
            }
            String sql = (String) arguments[0];
            return sql.contains("paused") || sql.startsWith("ROLLBACK")
                    ? wrapped((Statement) result, sql.contains("paused"))
                    : result;
        });
    }

    private Statement wrapped(Statement statement, boolean isPaused) {
        Class<?>[] types = {Statement.class};
        return (Statement) Proxy.newProxyInstance(getClass().getClassLoader(), types, (proxy, method, arguments) -> {
            Object result = call(method, statement, arguments);
            if (method.getName().equals("execute")) {
                return Flux.defer(() -> {
                    if (isPaused) {
                        pause();
                    } else {
                        rolledBack.countDown();
                    }
                    return Flux.from(results(result));
                });
            }
            return result == statement ? proxy : result;
        });
    }

    @SuppressWarnings("unchecked") // what execute() returns
    private static Publisher<? extends Result> results(Object published) {
        return (Publisher<? extends Result>) published;
    }

    private void pause() {
        handing.countDown();
        await(decided, 20_000);
        wasFirst = await(rolledBack, 500);
    }

    private static boolean await(CountDownLatch latch, long milliseconds) {
        try {
            return latch.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
