package dev.kindred.it.boot.data;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The statements of all users of a ConnectionFactory, in the order in which they were sent. Thread-safe. */
final class SentStatements {

    private static final Map<String, String> COMMANDS = Map.of(
            "beginTransaction", "BEGIN",
            "commitTransaction", "COMMIT",
            "rollbackTransaction", "ROLLBACK",
            "createSavepoint", "SAVEPOINT",
            "rollbackTransactionToSavepoint", "ROLLBACK TO SAVEPOINT",
            "releaseSavepoint", "RELEASE SAVEPOINT");

    private final List<String> texts = new CopyOnWriteArrayList<>();

    void clear() {
        texts.clear();
    }

    /** Returns the first word of each statement; a rollback to a savepoint has all its words without the name. */
    List<String> commands() {
        return texts.stream().map(SentStatements::command).toList();
    }

    private static String command(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        return upper.startsWith("ROLLBACK TO") ? "ROLLBACK TO SAVEPOINT" : upper.split("\\W", 2)[0];
    }

    ConnectionFactory recording(PostgresqlConnectionFactory factory) {
        return new ConnectionFactory() {
            @Override
            public Publisher<PostgresqlConnection> create() {
                return factory.create().map(SentStatements.this::recording);
            }

            @Override
            public ConnectionFactoryMetadata getMetadata() {
                return factory.getMetadata();
            }
        };
    }

    private PostgresqlConnection recording(PostgresqlConnection connection) {
        return (PostgresqlConnection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {PostgresqlConnection.class},
                (proxy, method, arguments) -> invoke(connection, method, arguments));
    }

    private Object invoke(PostgresqlConnection connection, Method method, Object[] arguments) throws Throwable {
        Object result;
        try {
            result = method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (method.getName().equals("createStatement")) {
            texts.add((String) arguments[0]);
        }
        String command = COMMANDS.get(method.getName());
        return command != null && result instanceof Mono<?> mono
                ? mono.doOnSubscribe(subscription -> texts.add(command))
                : result;
    }
}
