package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.FaultProxy;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cancels a transaction at many points on a slow network, with a pool of one connection. */
@Tag("any-jdk")
class CancelBeginIntegrationTests {

    private static final int POINTS = 150;
    private static final int EARLY_POINTS = 180;
    private static final Duration LATENCY = Duration.ofMillis(6);

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    @Test
    @Timeout(120)
    void whateverIsCancelledTheNextWriteIsThereForEverybody() {
        int visible = sweep(POINTS, pool -> {
            ReactiveMapper mapper = ReactiveMapper.create(pool);
            return new Steps(
                    mapper.insert(User.of("cancelled"))
                            .as(mapper::transactional)
                            .then(),
                    mapper.insert(User.of("next")).then());
        });

        assertThat(visible).isEqualTo(POINTS);
    }

    // The driver's rollback sends nothing while the response to BEGIN is pending, but the connection rolls back itself.
    @Test
    @Timeout(120)
    void theUsualPatternWithTheDriverKeepsTheNextWriteToo() {
        database.expectBrokenSockets();
        int visible = sweep(
                POINTS + EARLY_POINTS,
                pool -> new Steps(
                        Mono.usingWhen(
                                pool.create(),
                                connection -> Mono.from(connection.beginTransaction())
                                        .then(insert(connection, "cancelled"))
                                        .then(Mono.from(connection.commitTransaction())),
                                Connection::close,
                                (connection, error) -> close(connection),
                                CancelBeginIntegrationTests::close),
                        Mono.usingWhen(pool.create(), connection -> insert(connection, "next"), Connection::close)));

        assertThat(visible).isEqualTo(POINTS + EARLY_POINTS);
    }

    private static Mono<Void> close(Connection connection) {
        return Mono.from(connection.rollbackTransaction()).then(Mono.from(connection.close()));
    }

    private static Mono<Void> insert(Connection connection, String email) {
        return Flux.from(connection
                        .createStatement("insert into users (email) values ($1)")
                        .bind(0, email)
                        .execute())
                .concatMap(result -> result.getRowsUpdated())
                .then();
    }

    private record Steps(Mono<Void> cancelled, Mono<Void> next) {}

    /** Returns how many of the following writes that reported success are visible to another session. */
    private static int sweep(int points, Function<ConnectionPool, Steps> operations) {
        try (FaultProxy proxy = FaultProxy.before(database.postgres())) {
            ConnectionPool pool = database.newPool(1, proxy);
            Steps steps = operations.apply(pool);
            steps.next.block();
            database.postgres().execute("delete from users");
            proxy.latency(LATENCY);
            Flux.range(0, points)
                    .concatMap(point -> Mono.usingWhen(
                                    Mono.fromSupplier(() -> steps.cancelled.subscribe(done -> {}, error -> {})),
                                    running -> Mono.delay(delay(point)).then(),
                                    running -> Mono.fromRunnable(running::dispose))
                            .then(steps.next.timeout(Duration.ofSeconds(20))))
                    .blockLast();
            proxy.latency(Duration.ZERO);
            return Math.toIntExact(database.postgres().queryLong("select count(*) from users where email = 'next'"));
        }
    }

    /** At fifteen points in each latency, later points again while BEGIN is sent. */
    private static Duration delay(int point) {
        return LATENCY.multipliedBy(point < POINTS ? point : point % 12).dividedBy(15);
    }
}
