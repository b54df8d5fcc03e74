package dev.kindred.it.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.AfterCommitException;
import dev.kindred.error.TransactionException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.FaultProxy;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.spi.ConnectionRequest;
import dev.kindred.reactor.transaction.TransactionOptions;
import dev.kindred.test.internal.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** The end of the transaction of a framework: callbacks, cancels and failures. */
@Tag("any-jdk")
class AmbientTransactionEndIntegrationTests {

    private static final int STEP_MICROS = 3200;
    private static final int LAST_MICROS = 48_000;

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(20));

    private final StatementRecorder recorder = new StatementRecorder();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private Framework framework;
    private ReactiveMapper mapper;

    @FunctionalInterface
    interface Work extends Function<ReactiveMapper, Publisher<?>> {}

    @BeforeEach
    void frameworkOnAPoolOfOne() {
        use(new Framework(database.newPool(1), false));
    }

    private void use(Framework source) {
        framework = source;
        mapper = ReactiveMapper.builder(source).listener(recorder).build();
    }

    private Mono<Void> event(String name) {
        return Mono.fromRunnable(() -> events.add(name + " after " + lastSent()));
    }

    private String lastSent() {
        List<String> sent = framework.sent();
        return sent.isEmpty() ? "nothing" : sent.get(sent.size() - 1);
    }

    private Mono<Void> withCallbacks() {
        return mapper.currentTransaction()
                .doOnNext(transaction -> {
                    transaction.afterCommit(event("commit"));
                    transaction.afterRollback(event("rollback"));
                })
                .then();
    }

    private static long users(String email) {
        return database.postgres().queryLong("select count(*) from users where email like '" + email + "%'");
    }

    @Test
    void callbacksRunAtTheEndOfTheTransaction() {
        framework.transactional(Flux.from(withCallbacks())).block();
        assertThat(events).containsExactly("commit after commit of the framework");

        events.clear();
        assertThatThrownBy(() -> framework
                        .transactional(withCallbacks().thenMany(Flux.error(new IllegalStateException("undone"))))
                        .block())
                .hasMessage("undone");
        assertThat(events).containsExactly("rollback after rollback of the framework");
    }

    @Test
    void callbacksOfASavepointRunAtTheEndOfTheTransaction() {
        framework
                .transactional(Flux.concat(
                        mapper.insert(User.of("kept")).then(withCallbacks()).as(mapper::transactional),
                        mapper.insert(User.of("undone"))
                                .then(withCallbacks())
                                .then(Mono.<Void>error(new IllegalStateException("undone")))
                                .as(mapper::transactional)
                                .onErrorComplete()))
                .block();

        assertThat(events)
                .containsExactly("commit after commit of the framework", "rollback after commit of the framework");
    }

    @Test
    void aCallbackUsesTheMapperOutsideOfTheTransaction() {
        framework
                .transactional(mapper.currentTransaction()
                        .doOnNext(transaction -> transaction.afterCommit(mapper.insert(User.of("afterwards"))
                                .then(mapper.transactional(mapper.insert(User.of("afterwards"))))))
                        .flux())
                .block();

        assertThat(users("afterwards")).isEqualTo(2);
        assertThat(framework.requests()).hasSize(2);
    }

    @Test
    void aCallbackThatFailsTellsThatTheTransactionIsCommitted() {
        assertThatException()
                .isThrownBy(() -> framework
                        .transactional(mapper.insert(User.of("new"))
                                .then(mapper.currentTransaction())
                                .doOnNext(transaction ->
                                        transaction.afterCommit(Mono.error(new IllegalStateException("callback"))))
                                .flux())
                        .block())
                .havingCause()
                .isInstanceOf(AfterCommitException.class)
                .withMessageContaining("is committed");
        assertThat(users("new")).isEqualTo(1);
    }

    @Test
    void aSourceThatDoesNotTellTheEndTakesNoCallbacks() {
        use(new Framework(database.newPool(1), false).withoutEnd());

        for (Mono<Void> callbacks : List.of(withCallbacks(), mapper.transactional(withCallbacks()))) {
            assertThatExceptionOfType(TransactionException.class)
                    .isThrownBy(
                            () -> framework.transactional(Flux.from(callbacks)).block())
                    .withMessageContaining("does not tell the end");
        }
        framework
                .transactional(Flux.from(mapper.transactional(mapper.insert(User.of("new")))))
                .block();

        assertThat(users("new")).isEqualTo(1);
        assertThat(events).isEmpty();
    }

    @Test
    void aReadThatIsCancelledLeavesTheTransactionAsItIs() {
        framework
                .transactional(Flux.concat(
                        mapper.insert(User.of("new")),
                        mapper.from(User.class).all().take(1),
                        mapper.from(User.class)
                                .count()
                                .timeout(Duration.ofNanos(1))
                                .onErrorComplete(),
                        mapper.transactional(mapper.from(User.class).count())
                                .timeout(Duration.ofNanos(1))
                                .onErrorComplete(),
                        mapper.insert(User.of("new"))))
                .block();

        assertThat(users("new")).isEqualTo(2);
    }

    /** The owner may commit before the rollback to the savepoint. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWriteThatIsCancelledWhileItRunsRollsBackTheTransaction(boolean savepoint) {
        AtomicReference<Framework.Running> running = new AtomicReference<>();
        Mono<?> write = mapper.insert(User.of("new"))
                .then(mapper.sql("select pg_advisory_xact_lock(7)").execute())
                .then(mapper.insert(User.of("new")));
        Mono<?> cancelled = savepoint ? mapper.transactional(write) : write;

        database.postgres().execute("select pg_advisory_lock(7)");
        Mono<Void> unlock = onThread(() -> database.postgres().execute("select pg_advisory_unlock(7)"));
        framework
                .transactional(
                        Flux.concat(mapper.insert(User.of("new")), cancelled.takeUntilOther(waiting()), unlock),
                        running::set)
                .block();

        assertThat(running.get().isRollbackOnly()).isTrue();
        assertThat(users("new")).isZero();
    }

    /** Completes when a statement of the mapper waits for the lock. */
    private static Mono<Void> waiting() {
        return onThread(() -> Await.await(
                Duration.ofSeconds(20),
                () -> database.postgres().sessions().stream()
                        .anyMatch(each -> each.isBusy() && each.query().contains("pg_advisory_xact_lock")),
                () -> "no statement waits"));
    }

    private static Mono<Void> onThread(Runnable task) {
        return Mono.<Void>fromRunnable(task).subscribeOn(Schedulers.boundedElastic());
    }

    @Test
    void aSavepointThatIsCancelledBetweenStatementsIsUndoneAlone() {
        Sinks.Empty<Void> written = Sinks.empty();
        Mono<Void> savepoint = mapper.transactional(mapper.insert(User.of("undone"))
                .then(Mono.fromRunnable(written::tryEmitEmpty))
                .then(Mono.never()));

        framework
                .transactional(Flux.concat(
                        mapper.insert(User.of("kept")),
                        savepoint.takeUntilOther(written.asMono().then(Mono.just(1))),
                        mapper.insert(User.of("kept"))))
                .block();

        assertThat(users("kept")).isEqualTo(2);
        assertThat(users("undone")).isZero();
    }

    static Stream<Work> works() {
        return Stream.of(
                mapper -> mapper.find(User.class, 7L),
                mapper -> mapper.from(User.class).all().flatMap(User::profile),
                mapper -> mapper.from(User.class).preload(User_.PROFILE).all(),
                mapper -> mapper.insert(User.of("cancelled")).then(mapper.insert(User.of("cancelled"))),
                mapper -> mapper.transactional(mapper.insert(User.of("cancelled"))
                        .then(mapper.transactional(mapper.insert(User.of("cancelled"))))),
                mapper -> mapper.related(new User(7L, "", null), User_.PROFILE).replace(Profile.of(null, "cancelled")));
    }

    @ParameterizedTest
    @MethodSource("works")
    @Timeout(120)
    void aCancelAtAnyPointLeavesTheConnectionUsable(Work work) {
        database.expectBrokenSockets();
        try (FaultProxy proxy = FaultProxy.before(database.postgres())) {
            use(new Framework(database.newPool(1, proxy), false));
            mapper.find(User.class, 1L).block();
            proxy.latency(Duration.ofMillis(2));
            for (int step = 0; step < LAST_MICROS / STEP_MICROS; step++) {
                AtomicReference<Framework.Running> ended = new AtomicReference<>();
                Mono<?> cancelled = framework.transactional(
                        Flux.from(work.apply(mapper)).cast(Object.class).concatWith(Mono.never()), ended::set);
                Mono.firstWithSignal(
                                cancelled.then(),
                                Mono.delay(Duration.ofNanos(1000L * step * STEP_MICROS))
                                        .then())
                        .block();
                framework
                        .transactional(Flux.from(mapper.insert(User.of("next" + step))))
                        .block(Duration.ofSeconds(20));
            }
            proxy.latency(Duration.ZERO);
        }

        assertThat(users("cancelled")).isZero();
        assertThat(database.postgres().queryLong("select count(*) from profiles where name = 'cancelled'"))
                .isZero();
        assertThat(users("next")).isEqualTo(LAST_MICROS / STEP_MICROS);
        assertThat(framework.requests()).hasSize(1);
    }

    @Test
    void aSourceIsToldWhatAConnectionIsFor() {
        TransactionOptions readOnly = TransactionOptions.defaults().readOnly();
        User user = new User(1L, "u1", null);

        mapper.preload(List.of(user), User_.PROFILE).blockLast();
        mapper.find(User.class, 1L).block();
        mapper.from(User.class)
                .preload(User_.PROFILE)
                .all()
                .flatMap(User::profile)
                .blockLast();
        mapper.from(User.class).forUpdate().all().blockLast();
        mapper.insert(User.of("new")).block();
        mapper.transactional(mapper.find(User.class, 1L), readOnly).block();
        mapper.transactional(mapper.insert(User.of("new"))).block();

        assertThat(framework.requests())
                .extracting(ConnectionRequest::isReadOnly)
                .containsExactly(true, true, true, false, false, true, false);
        assertThat(framework.requests())
                .extracting(ConnectionRequest::transaction)
                .containsExactly(null, null, null, null, null, readOnly, TransactionOptions.defaults());
        assertThat(framework.requests()).noneMatch(ConnectionRequest::isNested);
    }
}
