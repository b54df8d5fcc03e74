package dev.kindred.it.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.ConnectionException;
import dev.kindred.error.MapperException;
import dev.kindred.error.TransactionOutcomeUnknownException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.FaultProxy;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.internal.Await;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Cuts the connection around COMMIT. If the rows are stored, the error always reports an unknown outcome. */
@Tag("any-jdk")
class CommitOutcomeIntegrationTests {

    private static final int CUTS = 40;

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private boolean isThere(String email) {
        return database.postgres().queryLong("select count(*) from users where email = '" + email + "'") == 1;
    }

    @Test
    void aCutBeforeTheAnswerOfCommitIsUnknown() {
        // The driver drops the errors of writes to a closed socket.
        database.expectBrokenSockets();
        try (FaultProxy proxy = FaultProxy.before(database.postgres())) {
            ReactiveMapper mapper = ReactiveMapper.create(database.newPool(1, proxy));
            int there = 0;
            for (int i = 0; i < CUTS; i++) {
                String email = "after" + i;
                mapper.find(User.class, 1L).block();
                proxy.cutAfterClientMessage('Q', "COMMIT");

                Throwable error = mapper.insert(User.of(email))
                        .as(mapper::transactional)
                        .then(Mono.<Throwable>empty())
                        .onErrorResume(Mono::just)
                        .block(Duration.ofSeconds(20));

                assertThat(error).isInstanceOf(TransactionOutcomeUnknownException.class);
                there += isThere(email) ? 1 : 0;
            }
            assertThat(there).isPositive();
        }
    }

    @Test
    void aCutAtAnyMomentIsNeverSaidToBeRolledBackWhenTheRowIsThere() {
        // The driver drops the errors of writes to a closed socket.
        database.expectBrokenSockets();
        try (FaultProxy proxy = FaultProxy.before(database.postgres())) {
            ReactiveMapper mapper = ReactiveMapper.create(database.newPool(1, proxy));
            mapper.find(User.class, 1L).block();
            proxy.latency(Duration.ofMillis(5));
            for (int i = 0; i < CUTS * 2; i++) {
                String email = "cut" + i;
                long moment = i;

                Throwable error = Mono.when(
                                Mono.delay(Duration.ofMillis(moment)).then(Mono.fromRunnable(proxy::cutAll)),
                                mapper.insert(User.of(email)).as(mapper::transactional))
                        .then(Mono.<Throwable>empty())
                        .onErrorResume(Mono::just)
                        .block(Duration.ofSeconds(20));

                if (error != null) {
                    assertThat(error).isInstanceOf(MapperException.class);
                    if (isThere(email)) {
                        assertThat(error).isInstanceOf(TransactionOutcomeUnknownException.class);
                    } else {
                        assertThat(error)
                                .isInstanceOfAny(TransactionOutcomeUnknownException.class, ConnectionException.class);
                    }
                } else {
                    assertThat(isThere(email)).isTrue();
                }
            }
            proxy.latency(Duration.ZERO);
        }
    }

    @Test
    void aBackendThatIsKilledBeforeCommitLosesNoConnection() {
        ReactiveMapper mapper = ReactiveMapper.create(database.newPool(2));
        for (int i = 0; i < 10; i++) {
            String email = "killed" + i;
            Throwable error = mapper.insert(User.of(email))
                    .flatMap(user -> Mono.fromRunnable(CommitOutcomeIntegrationTests::killTheTransaction)
                            .subscribeOn(Schedulers.boundedElastic())
                            .thenReturn(user))
                    .as(mapper::transactional)
                    .then(Mono.<Throwable>empty())
                    .onErrorResume(Mono::just)
                    .block(Duration.ofSeconds(20));

            assertThat(error).isInstanceOf(MapperException.class);
            assertThat(isThere(email)).isFalse();
        }
        assertThat(mapper.insert(User.of("after")).block()).isNotNull();
    }

    private static void killTheTransaction() {
        Await.await(
                Duration.ofSeconds(20),
                () -> database.postgres()
                                .queryLong("select count(pg_terminate_backend(pid)) from pg_stat_activity where"
                                        + " datname = current_database() and state = 'idle in transaction'")
                        > 0,
                () -> "no session is in a transaction");
    }
}
