package dev.kindred.it.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.StatementException;
import dev.kindred.error.TransactionException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;

class TransactionIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, "create table single (id bigint primary key deferrable initially deferred)")
            .resetBefore(Schema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    private long users() {
        return database.postgres().queryLong("select count(*) from users");
    }

    private Mono<User> failing() {
        return mapper.insert(new User(1L, null, null));
    }

    @Test
    void theValueIsEmittedAfterTheCommit() {
        Mono<User> saved = mapper.insert(User.of("a")).as(mapper::transactional);

        assertThat(saved.publishOn(Schedulers.boundedElastic())
                        .map(user -> users())
                        .block())
                .isEqualTo(1);
        assertThat(recorder.texts())
                .containsExactly(
                        "BEGIN", "INSERT INTO \"users\" (\"email\") VALUES ($1) RETURNING \"id\", \"email\"", "COMMIT");
    }

    @Test
    void anErrorRollsBackAndReachesTheCaller() {
        Mono<User> work = mapper.insert(User.of("a")).then(failing()).as(mapper::transactional);

        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(work::block)
                .matches(error -> error.sqlState().equals("23502"))
                .matches(error -> "email".equals(error.column()) && "users".equals(error.table()));
        assertThat(users()).isZero();
        assertThat(recorder.texts()).last().isEqualTo("ROLLBACK");
    }

    @Test
    void anErrorThatIsSwallowedFailsTheCommitWithThatErrorAsCause() {
        Mono<User> work = mapper.insert(User.of("a"))
                .flatMap(user -> failing().onErrorResume(error -> Mono.just(user)))
                .as(mapper::transactional);

        assertThatExceptionOfType(TransactionException.class)
                .isThrownBy(work::block)
                .withCauseInstanceOf(StatementException.class);
        assertThat(users()).isZero();
    }

    @Test
    void aStatementAfterOneThatFailedNamesTheFirst() {
        Mono<User> work =
                failing().onErrorResume(error -> mapper.insert(User.of("b"))).as(mapper::transactional);

        assertThatExceptionOfType(TransactionException.class)
                .isThrownBy(work::block)
                .withMessageContaining("An earlier statement")
                .withCauseInstanceOf(StatementException.class);
    }

    @Test
    void aNestedTransactionThatFailsAndIsHandledIsUndoneAlone() {
        Mono<User> work = mapper.insert(User.of("outer"))
                .flatMap(outer -> mapper.insert(User.of("inner"))
                        .then(failing())
                        .as(mapper::transactional)
                        .onErrorResume(error -> mapper.insert(User.of("after"))))
                .as(mapper::transactional);

        assertThat(work.block().email()).isEqualTo("after");
        assertThat(database.postgres().query("select email from users order by id"))
                .extracting(row -> row.get("email"))
                .containsExactly("outer", "after");
    }

    @Test
    void nestedTransactionsSubscribedAtOnceTakeTurns() {
        Mono<List<User>> work = Flux.range(0, 20)
                .flatMap(i -> mapper.insert(User.of("user" + i))
                        .flatMap(user ->
                                i % 2 == 0 ? Mono.just(user) : Mono.<User>error(new IllegalStateException("odd")))
                        .as(mapper::transactional)
                        .onErrorResume(IllegalStateException.class, error -> Mono.empty()))
                .collectList()
                .as(mapper::transactional);

        assertThat(work.block()).hasSize(10);
        assertThat(users()).isEqualTo(10);
    }

    @Test
    void tenThousandInsertsSubscribedAtOnceAreAllThereInOrder() {
        List<User> saved = Flux.range(1, 10_000)
                .flatMapSequential(i -> mapper.insert(User.of("user" + i)), 1_024)
                .collectList()
                .as(mapper::transactional)
                .block(Duration.ofMinutes(5));

        assertThat(saved)
                .extracting(User::id)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 10_000).boxed().toList());
        assertThat(database.postgres().queryLong("select count(*) from users where email = 'user' || id"))
                .isEqualTo(10_000);
    }

    @Test
    void aDeferredConstraintFailsTheCommit() {
        database.postgres()
                .execute("alter table users add constraint one_email unique (email) deferrable initially deferred");
        try {
            Mono<User> work = mapper.insert(User.of("same"))
                    .then(mapper.insert(User.of("same")))
                    .as(mapper::transactional);

            assertThatExceptionOfType(StatementException.class)
                    .isThrownBy(work::block)
                    .matches(error -> error.sqlState().equals("23505"));
            assertThat(users()).isZero();
        } finally {
            database.postgres().execute("alter table users drop constraint one_email");
        }
    }

    @Test
    void aContextThatIsUsedAfterItsTransactionIsRefused() {
        AtomicReference<ContextView> kept = new AtomicReference<>();
        mapper.insert(User.of("a"))
                .transformDeferredContextual((insert, context) -> {
                    kept.set(context);
                    return insert;
                })
                .as(mapper::transactional)
                .block();
        recorder.clear();

        Mono<User> late = mapper.insert(User.of("late")).contextWrite(kept.get());

        assertThatExceptionOfType(TransactionException.class)
                .isThrownBy(late::block)
                .withMessageContaining("has ended");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void handlesAndPreloadsUseTheTransactionOfTheirSubscriber() {
        Mono<List<Profile>> work = mapper.insert(User.of("a"))
                .flatMap(user -> mapper.insert(Profile.of(user.id(), "A")))
                .thenMany(mapper.from(User.class).preload(User_.PROFILE).all())
                .flatMap(user -> user.profile())
                .flatMap(profile -> profile.user().flatMap(User::profile))
                .collectList()
                .as(mapper::transactional);

        assertThat(work.block()).extracting(Profile::name).containsExactly("A");
    }

    @Test
    void whatATransactionThatWasRolledBackLoadedIsNotServed() {
        database.postgres().execute(Schema.users(1));
        User user = mapper.get(User.class, 1L).block();
        Mono<Object> work = mapper.get(Profile.class, 1L)
                .flatMap(profile -> mapper.update(new Profile(1L, 1L, "changed", null, "en", null, null)))
                .then(Mono.defer(user::profile))
                .flatMap(profile -> Mono.error(new IllegalStateException(profile.name())))
                .as(mapper::transactional);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(work::block)
                .withMessage("changed");
        assertThat(user.profile().block().name()).isEqualTo("name 1");
    }

    @Test
    void aReadThatIsCancelledWhileItRunsLeavesTheTransactionUsable() {
        database.postgres().execute(Schema.users(1000));
        Mono<User> work = mapper.from(User.class)
                .all()
                .then()
                .timeout(Duration.ofNanos(1), Mono.empty())
                .then(mapper.insert(User.of("after")))
                .as(mapper::transactional);

        assertThat(work.block().email()).isEqualTo("after");
        assertThat(users()).isEqualTo(1001);
    }
}
