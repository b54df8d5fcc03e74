package dev.kindred.it.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.transaction.TransactionOptions;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RequiresNewIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private long users(String email) {
        return database.postgres().queryLong("select count(*) from users where email like '" + email + "%'");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void manyAtOnceOnASmallPoolDoNotWaitForEachOther(int poolSize) {
        ReactiveMapper mapper = ReactiveMapper.create(database.newPool(poolSize));

        List<User> stored = Flux.range(0, 200)
                .flatMap(
                        i -> mapper.insert(User.of("outer" + i))
                                .flatMap(outer -> mapper.requiresNew(mapper.insert(User.of("inner" + i))))
                                .as(mapper::transactional),
                        200)
                .collectList()
                .block(Duration.ofMinutes(2));

        assertThat(stored).hasSize(200);
        assertThat(users("outer")).isEqualTo(200);
        assertThat(users("inner")).isEqualTo(200);
    }

    // Callers that hold a connection and wait for a second one of the same pool can deadlock.
    @Test
    void callersWaitInVainForASecondConnectionOfTheSamePool() {
        ConnectionPool pool = database.newPool(2);
        Mono<Long> nested = Mono.usingWhen(
                pool.create(),
                outer -> Mono.delay(Duration.ofMillis(200))
                        .then(Mono.usingWhen(pool.create(), inner -> Mono.just(1L), inner -> Mono.from(inner.close()))),
                outer -> Mono.from(outer.close()));

        assertThatThrownBy(() -> Flux.range(0, 2)
                        .flatMap(i -> nested, 2)
                        .timeout(Duration.ofSeconds(1))
                        .blockLast())
                .hasRootCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void theInnerOneIsKeptWhenTheOuterOneFails() {
        ReactiveMapper mapper = ReactiveMapper.create(database.newPool(1));

        assertThatThrownBy(() -> mapper.insert(User.of("outer"))
                        .then(mapper.requiresNew(mapper.insert(User.of("inner"))))
                        .then(Mono.error(new IllegalStateException("outer")))
                        .as(mapper::transactional)
                        .block())
                .hasMessage("outer");
        assertThat(users("outer")).isZero();
        assertThat(users("inner")).isEqualTo(1);
    }

    @Test
    void theOuterOneGoesOnWhenTheInnerOneFails() {
        ReactiveMapper mapper = ReactiveMapper.create(database.newPool(1));

        mapper.insert(User.of("outer"))
                .then(mapper.requiresNew(
                                mapper.insert(User.of("inner")).then(Mono.error(new IllegalStateException("inner"))))
                        .onErrorComplete())
                .then(mapper.insert(User.of("outer again")))
                .as(mapper::transactional)
                .block();

        assertThat(users("outer")).isEqualTo(2);
        assertThat(users("inner")).isZero();
    }

    @Test
    void severalLevelsWork() {
        ReactiveMapper mapper = ReactiveMapper.create(database.newPool(1));
        Mono<User> third = mapper.requiresNew(mapper.insert(User.of("third")));
        Mono<User> second = mapper.requiresNew(mapper.insert(User.of("second")).then(third));

        Flux.range(0, 20)
                .flatMap(i -> mapper.insert(User.of("first")).then(second).as(mapper::transactional), 20)
                .blockLast(Duration.ofMinutes(2));

        assertThat(users("third")).isEqualTo(20);
    }

    @Test
    void withoutATransactionAroundItIsOneLikeAnyOther() {
        StatementRecorder recorder = new StatementRecorder();
        ReactiveMapper mapper =
                ReactiveMapper.builder(database.pool()).listener(recorder).build();

        mapper.requiresNew(
                        mapper.insert(User.of("a")),
                        TransactionOptions.defaults().retry(1))
                .block();

        assertThat(recorder.texts()).hasSize(3).startsWith("BEGIN").endsWith("COMMIT");
    }

    @Test
    void aCancelClosesTheConnectionBesideThePool() {
        ReactiveMapper mapper = ReactiveMapper.create(database.newPool(1));
        for (int millis = 0; millis < 60; millis += 3) {
            mapper.insert(User.of("outer"))
                    .then(mapper.requiresNew(mapper.insert(User.of("inner")).then(Mono.never())))
                    .as(mapper::transactional)
                    .timeout(Duration.ofMillis(millis + 1), Mono.empty())
                    .block();
        }

        assertThat(mapper.insert(User.of("after")).block()).isNotNull();
        assertThat(users("outer")).isZero();
        assertThat(users("inner")).isZero();
    }
}
