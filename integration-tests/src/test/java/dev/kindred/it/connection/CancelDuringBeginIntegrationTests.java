package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.test.internal.Await;
import dev.kindred.test.internal.DatabaseSession;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * A transaction manager acquires a connection and begins a transaction in two operators. A cancel reaches them one
 * after the other, and BEGIN can be answered between.
 */
class CancelDuringBeginIntegrationTests {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create();

    /** The answer can also be there before both, which must have the same end. */
    @RepeatedTest(20)
    void aConnectionIsReturnedIfBeginIsAnsweredBetweenTheCancels() throws Exception {
        ConnectionPool pool = database.newPool(1);
        CompletableFuture<Connection> acquired = new CompletableFuture<>();
        Disposable acquisition = pool.create()
                .flatMap(connection -> {
                    acquired.complete(connection);
                    return Mono.never();
                })
                .subscribe();
        Connection connection = acquired.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        CompletableFuture<Void> answered = new CompletableFuture<>();
        Disposable begin = Mono.from(connection.beginTransaction())
                .doFinally(signal -> answered.complete(null))
                .subscribe();

        acquisition.dispose();
        answered.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        begin.dispose();

        Await.await(LIMIT, () -> acquired(pool) == 0, () -> "The connection is not back");
        assertThat(database.postgres().sessions()).noneMatch(DatabaseSession::isBusy);
        assertThat(Mono.usingWhen(
                                pool.create(),
                                next -> Mono.from(
                                                next.createStatement("select 1").execute())
                                        .flatMap(result -> Mono.from(result.map(row -> row.get(0, Integer.class)))),
                                Connection::close)
                        .block(LIMIT))
                .isEqualTo(1);
    }

    private static int acquired(ConnectionPool pool) {
        return pool.getMetrics().map(PoolMetrics::acquiredSize).orElseThrow();
    }
}
