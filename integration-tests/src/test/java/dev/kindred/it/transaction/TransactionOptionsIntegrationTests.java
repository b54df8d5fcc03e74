package dev.kindred.it.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.ServerError;
import dev.kindred.error.StatementException;
import dev.kindred.error.TransactionException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.transaction.Isolation;
import dev.kindred.reactor.transaction.TransactionOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class TransactionOptionsIntegrationTests {

    private static final TransactionOptions OPTIONS = TransactionOptions.defaults();

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    private long users() {
        return database.postgres().queryLong("select count(*) from users");
    }

    @Test
    void theIsolationAndTheModeAreSaidWhenItBegins() {
        mapper.transactional(
                        mapper.find(User.class, 1L),
                        OPTIONS.isolation(Isolation.SERIALIZABLE).readOnly())
                .block();
        mapper.transactional(mapper.find(User.class, 1L), OPTIONS.isolation(Isolation.REPEATABLE_READ))
                .block();
        mapper.transactional(mapper.find(User.class, 1L), OPTIONS.isolation(Isolation.READ_COMMITTED))
                .block();

        assertThat(recorder.texts())
                .contains(
                        "BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY",
                        "BEGIN ISOLATION LEVEL REPEATABLE READ",
                        "BEGIN ISOLATION LEVEL READ COMMITTED");
    }

    @Test
    void aReadOnlyTransactionRefusesWrites() {
        assertThatThrownBy(() -> mapper.transactional(mapper.insert(User.of("a")), OPTIONS.readOnly())
                        .block())
                .isInstanceOfSatisfying(
                        StatementException.class,
                        refused -> assertThat(refused.sqlState()).isEqualTo("25006"));
    }

    @Test
    void workThatTakesTooLongIsRolledBack() {
        assertThatThrownBy(() -> mapper.insert(User.of("a"))
                        .then(Mono.never())
                        .as(work -> mapper.transactional(work, OPTIONS.timeout(Duration.ofMillis(100))))
                        .block())
                .isInstanceOf(TransactionException.class)
                .hasMessageContaining("PT0.1S");
        assertThat(users()).isZero();

        ReactiveMapper impatient = ReactiveMapper.builder(database.pool())
                .transactionTimeout(Duration.ofMillis(100))
                .build();
        assertThatThrownBy(() -> impatient
                        .insert(User.of("a"))
                        .then(Mono.never())
                        .as(impatient::transactional)
                        .block())
                .isInstanceOf(TransactionException.class);
        assertThat(users()).isZero();
    }

    @Test
    void aSavepointCannotHaveAnIsolationOfItsOwn() {
        Mono<User> nested =
                mapper.transactional(mapper.insert(User.of("a")), OPTIONS.isolation(Isolation.SERIALIZABLE));

        assertThatThrownBy(() -> nested.as(mapper::transactional).block())
                .isInstanceOf(TransactionException.class)
                .hasMessageContaining("requiresNew");
        assertThat(mapper.transactional(nested, OPTIONS.isolation(Isolation.SERIALIZABLE))
                        .block())
                .isNotNull();
        assertThat(users()).isEqualTo(1);
    }

    @Test
    void aSerializationFailureRunsTheWholeWorkAgain() {
        database.postgres().execute(Schema.users(1));
        AtomicInteger runs = new AtomicInteger();
        Mono<User> work = mapper.get(User.class, 1L)
                .doOnSubscribe(subscription -> runs.incrementAndGet())
                .flatMap(user -> runs.get() == 1 ? changedByAnother().thenReturn(user) : Mono.just(user))
                .flatMap(user -> mapper.update(new User(1L, user.email() + "+", null)));

        User changed = mapper.transactional(
                        work, OPTIONS.isolation(Isolation.REPEATABLE_READ).retry(3))
                .block();

        assertThat(changed.email()).isEqualTo("another+");
        assertThat(runs).hasValue(2);
    }

    private Mono<Void> changedByAnother() {
        return Mono.<Void>fromRunnable(
                        () -> database.postgres().execute("update users set email = 'another' where id = 1"))
                .subscribeOn(Schedulers.boundedElastic());
    }

    @Test
    void itIsRunAgainAtMostAsOftenAsWasSaid() {
        AtomicInteger runs = new AtomicInteger();
        Mono<Object> work = Mono.defer(() -> {
            runs.incrementAndGet();
            return Mono.error(failure("40001"));
        });

        assertThatThrownBy(() -> mapper.transactional(work, OPTIONS.retry(3, Duration.ofMillis(1)))
                        .block())
                .isInstanceOfSatisfying(
                        StatementException.class,
                        refused -> assertThat(refused.sqlState()).isEqualTo("40001"));
        assertThat(runs).hasValue(4);
    }

    @Test
    void otherFailuresAreNotRunAgain() {
        AtomicInteger runs = new AtomicInteger();
        Mono<Object> work = Mono.defer(() -> {
            runs.incrementAndGet();
            return Mono.error(failure("23505"));
        });

        assertThatThrownBy(() -> mapper.transactional(work, OPTIONS.retry(3)).block())
                .isInstanceOf(StatementException.class);
        assertThat(runs).hasValue(1);
    }

    private static StatementException failure(String sqlState) {
        return new StatementException("refused", new ServerError(sqlState, null, null, null, "SELECT"), null);
    }

    @Test
    void writersThatMeetAreAllDoneOnce() {
        database.postgres().execute(Schema.users(5));
        database.postgres().execute("update users set email = '0'");

        Flux.range(0, 50)
                .flatMap(
                        i -> mapper.get(User.class, (long) (i % 5) + 1)
                                .flatMap(user -> mapper.update(
                                        new User(user.id(), String.valueOf(Integer.parseInt(user.email()) + 1), null)))
                                .then(mapper.get(User.class, (long) ((i + 1) % 5) + 1))
                                .as(work -> mapper.transactional(
                                        work,
                                        OPTIONS.isolation(Isolation.SERIALIZABLE)
                                                .retry(100, Duration.ofMillis(2)))),
                        16)
                .blockLast();

        assertThat(database.postgres().queryLong("select sum(email::bigint) from users"))
                .isEqualTo(50);
    }

    @Test
    void aManyValuedWorkIsOneListAfterTheCommit() {
        List<User> stored = Flux.range(0, 3)
                .concatMap(i -> mapper.insert(User.of("user" + i)))
                .as(work -> mapper.transactional(work))
                .block();

        assertThat(stored).hasSize(3);
        assertThat(Flux.range(3, 3)
                        .concatMap(i -> mapper.insert(User.of("user" + i)))
                        .as(mapper::transactional)
                        .block())
                .hasSize(3);
        assertThat(users()).isEqualTo(6);
    }

    @Test
    void rollbackOnlyRollsBackThoughTheWorkEndsWell() {
        User tried = mapper.insert(User.of("a"))
                .flatMap(user -> mapper.currentTransaction()
                        .doOnNext(transaction -> transaction.setRollbackOnly())
                        .thenReturn(user))
                .as(mapper::transactional)
                .block();

        assertThat(tried.email()).isEqualTo("a");
        assertThat(users()).isZero();
        assertThat(recorder.texts()).startsWith("BEGIN").endsWith("ROLLBACK");
    }

    @Test
    void rollbackOnlyInASavepointUndoesThatAlone() {
        mapper.insert(User.of("outer"))
                .then(mapper.insert(User.of("inner"))
                        .then(mapper.currentTransaction())
                        .doOnNext(transaction -> transaction.setRollbackOnly())
                        .as(mapper::transactional))
                .as(mapper::transactional)
                .block();

        assertThat(database.postgres().query("select email from users"))
                .extracting(row -> row.get("email"))
                .containsExactly("outer");
    }

    @Test
    void noTransactionIsCurrentOutsideATransaction() {
        assertThat(mapper.currentTransaction().blockOptional()).isEmpty();
        assertThat(mapper.from(User.class).where(User_.ID.eq(1L)).exists().block())
                .isFalse();
    }
}
