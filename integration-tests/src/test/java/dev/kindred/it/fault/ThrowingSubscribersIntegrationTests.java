package dev.kindred.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.AfterCommitException;
import dev.kindred.error.MappingException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.transaction.Transaction;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Subscribers and functions that throw, with a pool of one connection. All other subscribers still complete. */
class ThrowingSubscribersIntegrationTests {

    private static final Map<String, Consumer<Mono<?>>> SUBSCRIBERS = Map.of(
            "fatal in the pipeline",
            source -> source.map(value -> {
                        throw new NoClassDefFoundError("missing");
                    })
                    .subscribe(),
            "overflow in the pipeline",
            source -> source.doOnNext(value -> {
                        throw new StackOverflowError();
                    })
                    .subscribe(),
            "in onNext",
            source -> source.subscribe(new Thrower("onNext", new IllegalStateException("thrown"))),
            "fatal in onNext",
            source -> source.subscribe(new Thrower("onNext", new NoClassDefFoundError("missing"))),
            "in onComplete",
            source -> source.subscribe(new Thrower("onComplete", new IllegalStateException("thrown"))),
            "in the consumer of errors",
            source -> source.flatMap(value -> Mono.error(new IllegalStateException("refused")))
                    .subscribe(value -> {}, error -> {
                        throw new IllegalStateException("thrown");
                    }));

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(20));

    private final StatementRecorder recorder = new StatementRecorder();
    private ConnectionPool pool;
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        database.expectDroppedErrors();
        pool = database.newPool(1);
        mapper = ReactiveMapper.builder(pool).listener(recorder).build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fatal in the pipeline",
                "overflow in the pipeline",
                "in onNext",
                "fatal in onNext",
                "in onComplete",
                "in the consumer of errors"
            })
    void siblingsOfOneThatThrowsGetTheirRows(String name) throws Exception {
        List<User> users = users();
        recorder.clear();

        SUBSCRIBERS.get(name).accept(users.get(0).profile());
        List<CompletableFuture<Profile>> others =
                users.stream().skip(1).map(user -> user.profile().toFuture()).toList();

        for (int i = 0; i < others.size(); i++) {
            assertThat(get(others.get(i)).id()).isEqualTo(i + 2);
        }
        assertThat(recorder.count()).isEqualTo(1);
        assertPoolServes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fatal in the pipeline", "in onNext", "fatal in onNext", "in the consumer of errors"})
    void siblingsInATransactionGetTheirRows(String name) {
        List<User> users = users();
        Mono<List<Long>> work = Mono.deferContextual(context -> {
            SUBSCRIBERS.get(name).accept(users.get(0).profile().contextWrite(context));
            return Flux.fromIterable(users.subList(1, 20))
                    .flatMap(User::profile)
                    .map(Profile::id)
                    .collectList();
        });

        assertThat(get(mapper.transactional(work).toFuture())).hasSize(19);
        assertPoolServes();
    }

    @Test
    void anErrorReachesAllSiblingsWhenOneOfThemThrows() {
        List<User> users = users();
        database.postgres().execute("alter table profiles rename to elsewhere");
        try {
            users.get(0).profile().subscribe(new Thrower("onError", new NoClassDefFoundError("missing")));
            List<CompletableFuture<Profile>> others = users.stream()
                    .skip(1)
                    .map(user -> user.profile().toFuture())
                    .toList();

            assertThat(others)
                    .allSatisfy(other -> assertThatThrownBy(() -> other.get(30, TimeUnit.SECONDS))
                            .hasMessageContaining("profiles"));
        } finally {
            database.postgres().execute("alter table elsewhere rename to profiles");
        }
        assertPoolServes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fatal in the pipeline", "in onNext", "fatal in onNext", "in onComplete"})
    void whoWaitsForTheConnectionGetsIt(String name) {
        for (Mono<?> operation : List.of(
                mapper.find(User.class, 1L),
                mapper.transactional(mapper.find(User.class, 1L)),
                mapper.from(User.class).count(),
                mapper.from(User.class).all().collectList(),
                mapper.from(User.class).stream(5).last())) {
            SUBSCRIBERS.get(name).accept(operation);
            CompletableFuture<User> next = mapper.find(User.class, 2L).toFuture();

            assertThat(get(next).id()).isEqualTo(2);
        }
        assertPoolServes();
    }

    @Test
    void laterStatementsOfATransactionRunThoughASubscriberThrows() {
        Mono<User> work = Mono.deferContextual(context -> {
            SUBSCRIBERS.get("in onNext").accept(mapper.find(User.class, 1L).contextWrite(context));
            SUBSCRIBERS.get("in onComplete").accept(mapper.find(User.class, 1L).contextWrite(context));
            return mapper.find(User.class, 2L);
        });

        assertThat(get(mapper.transactional(work).toFuture()).id()).isEqualTo(2);
        assertPoolServes();
    }

    @Test
    void workThatThrowsWhatIsFatalEndsItsTransaction() {
        NoClassDefFoundError missing = new NoClassDefFoundError("missing");
        Mono<Object> atOnce = Mono.defer(() -> {
            throw missing;
        });
        Mono<Object> later = mapper.insert(User.of("new")).map(user -> {
            throw missing;
        });

        for (Mono<Object> work : List.of(atOnce, later, mapper.transactional(atOnce), mapper.transactional(later))) {
            assertThatThrownBy(() -> mapper.transactional(work).toFuture().get(30, TimeUnit.SECONDS))
                    .hasRootCause(missing);
            assertPoolServes();
        }
        assertThat(mapper.from(User.class).count().block()).isEqualTo(20);
    }

    @Test
    void aFunctionOfRowsThatThrowsWhatIsFatalIsAnError() {
        Mono<Object> mapped = mapper.sql("select 1 as x")
                .map(row -> {
                    throw new StackOverflowError();
                })
                .one();

        assertThatThrownBy(() -> mapped.toFuture().get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(MappingException.class)
                .hasRootCauseInstanceOf(StackOverflowError.class);
        assertPoolServes();
    }

    @Test
    void callbacksRunThoughOneOfThemThrows() {
        List<String> ran = new CopyOnWriteArrayList<>();
        Mono<User> work = mapper.currentTransaction()
                .doOnNext(transaction -> callbacks(transaction, ran))
                .then(mapper.find(User.class, 1L));

        assertThatThrownBy(() -> mapper.transactional(work).toFuture().get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(AfterCommitException.class)
                .hasRootCauseInstanceOf(NoClassDefFoundError.class);
        assertThat(ran).containsExactly("last");
        assertPoolServes();
    }

    private static void callbacks(Transaction transaction, List<String> ran) {
        transaction.afterCommit(Mono.defer(() -> {
            throw new NoClassDefFoundError("missing");
        }));
        transaction.afterCommit(Mono.fromRunnable(() -> {
            throw new NoClassDefFoundError("missing too");
        }));
        transaction.afterCommit(Mono.fromRunnable(() -> ran.add("last")));
    }

    @Test
    void listenersAreToldThoughOneOfThemThrows() {
        List<String> told = new ArrayList<>();
        ReactiveMapper listened = ReactiveMapper.builder(pool)
                .listener(execution -> {
                    throw new NoClassDefFoundError("missing");
                })
                .listener(execution -> told.add(execution.sql()))
                .build();

        assertThat(get(listened.find(User.class, 1L).toFuture()).id()).isEqualTo(1);
        assertThat(told).hasSize(1);
        assertPoolServes();
    }

    private List<User> users() {
        return mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();
    }

    private void assertPoolServes() {
        assertThat(get(mapper.find(User.class, 3L).toFuture()).id()).isEqualTo(3);
    }

    private static <T> T get(CompletableFuture<T> future) {
        return Mono.fromFuture(future).block(Duration.ofSeconds(30));
    }

    private record Thrower(String where, Throwable thrown) implements CoreSubscriber<Object> {

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Object value) {
            throwAt("onNext");
        }

        @Override
        public void onError(Throwable error) {
            throwAt("onError");
        }

        @Override
        public void onComplete() {
            throwAt("onComplete");
        }

        private void throwAt(String signal) {
            if (where.equals(signal)) {
                Thrower.<RuntimeException>doThrow(thrown);
            }
        }

        @SuppressWarnings("unchecked") // errors and unchecked exceptions are rethrown unchanged
        private static <X extends Throwable> void doThrow(Throwable thrown) throws X {
            throw (X) thrown;
        }
    }
}
