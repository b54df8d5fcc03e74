package dev.kindred.it.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.NotNullViolationException;
import dev.kindred.error.TransactionException;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.transaction.Isolation;
import dev.kindred.reactor.transaction.Transaction;
import dev.kindred.reactor.transaction.TransactionOptions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;

class EndedTransactionIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
    }

    private Mono<User> failing() {
        return mapper.insert(new User(1L, null, null));
    }

    private ContextView contextOfAnEndedTransaction() {
        AtomicReference<ContextView> kept = new AtomicReference<>();
        mapper.insert(User.of("a"))
                .transformDeferredContextual((insert, context) -> {
                    kept.set(context);
                    return insert;
                })
                .as(mapper::transactional)
                .block();
        recorder.clear();
        return Objects.requireNonNull(kept.get());
    }

    @Test
    void aSavepointOfATransactionThatHasEndedSendsNothing() {
        Mono<User> late =
                mapper.insert(User.of("late")).as(mapper::transactional).contextWrite(contextOfAnEndedTransaction());

        assertThatExceptionOfType(TransactionException.class)
                .isThrownBy(late::block)
                .withMessageContaining("has ended");
        assertThat(recorder.texts()).isEmpty();
    }

    @Test
    void aWriteThroughARelationInATransactionThatHasEndedSendsNothing() {
        User user = mapper.insert(User.of("user")).block();
        Mono<?> late = mapper.related(user, User_.PROFILE)
                .create(Profile_.NAME.set("late"))
                .contextWrite(contextOfAnEndedTransaction());

        assertThatExceptionOfType(TransactionException.class)
                .isThrownBy(late::block)
                .withMessageContaining("has ended");
        assertThat(recorder.texts()).isEmpty();
    }

    @Test
    void aSavepointAfterAFailureThatWasSwallowedNamesThatFailure() {
        User user = mapper.insert(User.of("user")).block();
        AtomicReference<Throwable> second = new AtomicReference<>();
        Mono<String> work = failing()
                .onErrorComplete()
                .then(mapper.related(user, User_.PROFILE).create(Profile_.NAME.set("a")))
                .doOnError(second::set)
                .onErrorComplete()
                .thenReturn("done");

        assertThatExceptionOfType(TransactionException.class)
                .isThrownBy(() -> work.as(mapper::transactional).block())
                .withMessageContaining("a statement of it had failed before COMMIT")
                .withCauseInstanceOf(NotNullViolationException.class);
        assertThat(second.get())
                .isInstanceOf(TransactionException.class)
                .hasCauseInstanceOf(NotNullViolationException.class);
    }

    @Test
    void aSerializationFailureThatWasSwallowedBeforeASavepointIsRunAgain() {
        database.postgres().execute("insert into users (email) values ('hot')");
        AtomicInteger attempts = new AtomicInteger();
        Mono<String> work = Mono.defer(() -> mapper.find(User.class, 1L)
                .publishOn(Schedulers.boundedElastic())
                .flatMap(user -> {
                    if (attempts.incrementAndGet() == 1) {
                        database.postgres().execute("update users set email = 'other' where id = 1");
                    }
                    return mapper.update(new User(1L, "mine", null))
                            .onErrorComplete()
                            .then(mapper.related(user, User_.PROFILE).create(Profile_.NAME.set("a")))
                            .onErrorComplete()
                            .thenReturn("done");
                }));

        String done = mapper.transactional(
                        work,
                        TransactionOptions.defaults()
                                .isolation(Isolation.REPEATABLE_READ)
                                .retry(3))
                .block();

        assertThat(done).isEqualTo("done");
        assertThat(attempts).hasValue(2);
        assertThat(database.postgres().queryLong("select count(*) from users where email = 'mine'"))
                .isEqualTo(1);
    }

    @Test
    void aCallbackForATransactionThatHasEndedIsRefused() {
        AtomicReference<Transaction> kept = new AtomicReference<>();
        mapper.currentTransaction()
                .doOnNext(kept::set)
                .as(mapper::transactional)
                .block();

        Transaction ended = Objects.requireNonNull(kept.get());
        assertThatThrownBy(() -> ended.afterCommit(Mono.empty()))
                .isInstanceOf(TransactionException.class)
                .hasMessageContaining("has ended");
        assertThatThrownBy(() -> ended.afterRollback(Mono.empty()))
                .isInstanceOf(TransactionException.class)
                .hasMessageContaining("has ended");
    }

    /** The cleanup of a savepoint must not reach a connection that another caller already uses. */
    @Test
    void savepointsOfATransactionThatIsCancelledDoNotReachTheNextOwnerOfItsConnection() {
        Mono<User> innermost = mapper.insert(User.of("cancelled")).then(Mono.never());
        Mono<User> nested = innermost
                .as(mapper::transactional)
                .as(mapper::transactional)
                .as(mapper::transactional)
                .as(mapper::transactional);
        AtomicInteger stored = new AtomicInteger();
        for (int round = 0; round < 40; round++) {
            int number = round;
            Mono<User> cancelled =
                    nested.as(mapper::transactional).timeout(Duration.ofMillis(1 + round % 20), Mono.empty());
            Mono<List<User>> next = Flux.range(0, 4)
                    .concatMap(i -> mapper.insert(User.of("next " + number)).as(mapper::transactional))
                    .as(mapper::transactional)
                    .doOnNext(all -> stored.addAndGet(all.size()));
            Mono.when(cancelled, next, next, next).block(Duration.ofMinutes(1));
        }

        assertThat(database.postgres().queryLong("select count(*) from users where email = 'cancelled'"))
                .isZero();
        assertThat(database.postgres().queryLong("select count(*) from users where email like 'next%'"))
                .isEqualTo(stored.get());
    }

    @Test
    void zippedSavepointsOfWhichOneFailsLeaveTheOthersAndTheTransactionWhole() {
        Mono<Long> work = Flux.fromStream(IntStream.range(0, 30).boxed())
                .flatMap(
                        i -> mapper.insert(User.of("kept " + i))
                                .then(mapper.insert(User.of("nested " + i)).as(mapper::transactional))
                                .then(i % 3 == 0 ? failing() : Mono.just(User.of("x")))
                                .as(mapper::transactional)
                                .onErrorComplete(),
                        30)
                .count();

        assertThat(work.as(mapper::transactional).block(Duration.ofMinutes(1))).isEqualTo(20);
        assertThat(database.postgres().queryLong("select count(*) from users")).isEqualTo(40);
    }

    @Test
    void requiresNewInsideSavepointsThatRunAtOnceEnds() {
        Mono<Long> work = Flux.range(0, 20)
                .flatMap(
                        i -> mapper.insert(User.of("savepoint " + i))
                                .then(mapper.requiresNew(
                                        mapper.insert(User.of("new " + i)).as(mapper::transactional)))
                                .as(mapper::transactional),
                        20)
                .count();

        assertThat(Flux.range(0, 8)
                        .flatMap(i -> work.as(mapper::transactional), 8)
                        .reduce(0L, Long::sum)
                        .block(Duration.ofMinutes(2)))
                .isEqualTo(160);
        assertThat(database.postgres().queryLong("select count(*) from users")).isEqualTo(320);
    }
}
