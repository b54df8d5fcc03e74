package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.FaultProxy;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** Cancels a transaction while its pool opens the first connection through a slow network. */
@Tag("any-jdk")
class CancelConnectIntegrationTests {

    private static final int POINTS = 20;
    private static final int STEP_MICROS = 8000;

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    @Test
    @Timeout(120)
    void aConnectionThatComesTooLateIsNotLost() {
        database.expectBrokenSockets();
        try (FaultProxy proxy = FaultProxy.before(database.postgres())) {
            proxy.latency(Duration.ofMillis(10));

            for (int point = 0; point < POINTS; point++) {
                cancelled(database.newPool(1, proxy), point).block();
            }

            proxy.latency(Duration.ZERO);
        }
        assertThat(database.postgres().queryLong("select count(*) from users where email like 'next%'"))
                .isEqualTo(POINTS);
    }

    private static Mono<Void> cancelled(ConnectionPool pool, int point) {
        ReactiveMapper mapper = ReactiveMapper.create(pool);
        return Mono.usingWhen(
                        Mono.fromSupplier(() -> mapper.insert(User.of("cancelled"))
                                .as(mapper::transactional)
                                .subscribe(user -> {}, error -> {})),
                        running -> Mono.delay(Duration.ofNanos(1000L * point * STEP_MICROS))
                                .then(),
                        running -> Mono.fromRunnable(running::dispose))
                .then(mapper.insert(User.of("next" + point)))
                .doOnNext(next -> assertThat(pool.getMetrics().orElseThrow().allocatedSize())
                        .isEqualTo(1))
                .then(pool.disposeLater());
    }
}
