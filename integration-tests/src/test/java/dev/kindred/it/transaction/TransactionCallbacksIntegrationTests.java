package dev.kindred.it.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.AfterCommitException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.internal.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Callbacks at the end of a transaction. */
class TransactionCallbacksIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final List<String> events = new CopyOnWriteArrayList<>();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.create(database.pool());
    }

    private long users() {
        return database.postgres().queryLong("select count(*) from users");
    }

    private Mono<Void> event(String name) {
        return Mono.fromRunnable(() -> events.add(name));
    }

    private Mono<Void> register(String name) {
        return mapper.currentTransaction()
                .doOnNext(transaction -> {
                    transaction.afterCommit(event(name + " committed"));
                    transaction.afterRollback(event(name + " rolled back"));
                })
                .then();
    }

    @Test
    void callbacksRunWhenTheConnectionIsBackAndBeforeTheValue() {
        String value = mapper.insert(User.of("a"))
                .then(mapper.currentTransaction())
                .doOnNext(transaction -> transaction.afterCommit(
                        mapper.from(User.class).count().doOnNext(count -> events.add("counted " + count))))
                .then(register("first"))
                .then(register("second"))
                .thenReturn("value")
                .as(mapper::transactional)
                .doOnNext(events::add)
                .block();

        assertThat(value).isEqualTo("value");
        assertThat(events).containsExactly("counted 1", "first committed", "second committed", "value");
    }

    @Test
    void callbacksOfARollbackRunAfterAnErrorAndKeepIt() {
        assertThatThrownBy(() -> register("work")
                        .then(mapper.currentTransaction())
                        .doOnNext(transaction ->
                                transaction.afterRollback(Mono.error(new IllegalStateException("callback"))))
                        .then(Mono.error(new IllegalStateException("work failed")))
                        .as(mapper::transactional)
                        .block())
                .hasMessage("work failed")
                .satisfies(error -> assertThat(error.getSuppressed())
                        .anyMatch(suppressed -> "callback".equals(suppressed.getMessage())));
        assertThat(events).containsExactly("work rolled back");
    }

    @Test
    void callbacksOfARollbackRunAfterACancel() {
        Mono<Object> work = mapper.insert(User.of("a"))
                .then(register("work"))
                .then(event("registered"))
                .then(Mono.never());

        Disposable running = work.as(mapper::transactional).subscribe();
        Await.await(LIMIT, () -> events.contains("registered"), events::toString);
        running.dispose();

        Await.await(LIMIT, () -> events.contains("work rolled back"), events::toString);
        assertThat(events).containsExactly("registered", "work rolled back");
        assertThat(users()).isZero();
    }

    @Test
    void aSavepointThatIsRolledBackTakesItsCallbacksWithIt() {
        register("outer")
                .then(register("kept").as(mapper::transactional))
                .then(register("undone")
                        .then(Mono.error(new IllegalStateException()))
                        .as(mapper::transactional)
                        .onErrorComplete())
                .as(mapper::transactional)
                .block();

        assertThat(events).containsExactly("outer committed", "kept committed", "undone rolled back");
    }

    @Test
    void aCallbackThatFailsDoesNotHideThatTheWorkIsCommitted() {
        assertThatThrownBy(() -> mapper.insert(User.of("a"))
                        .then(mapper.currentTransaction())
                        .doOnNext(transaction ->
                                transaction.afterCommit(Mono.error(new IllegalStateException("callback"))))
                        .then(register("second"))
                        .as(mapper::transactional)
                        .block())
                .isInstanceOf(AfterCommitException.class)
                .hasRootCauseMessage("callback");
        assertThat(events).containsExactly("second committed");
        assertThat(users()).isEqualTo(1);
    }
}
