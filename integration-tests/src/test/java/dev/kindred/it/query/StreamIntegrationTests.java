package dev.kindred.it.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.MappingException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.internal.connection.TimeoutMono;
import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.reactor.transaction.Isolation;
import dev.kindred.reactor.transaction.TransactionOptions;
import dev.kindred.test.internal.Await;
import io.r2dbc.pool.ConnectionPool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

class StreamIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration ACQUIRE = Duration.ofSeconds(5);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
    }

    private static List<Long> ids(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private List<Long> idsOf(Flux<User> users) {
        return users.map(User::id).collectList().block();
    }

    @Test
    void everyRowComesOnceInTheOrderOfTheQuery() {
        database.postgres().execute(Schema.users(2500));
        database.postgres().execute("update profiles set locale = case when id % 3 = 0 then 'si' else 'en' end");

        assertThat(idsOf(mapper.from(User.class).stream())).isEqualTo(ids(1, 2500));
        assertThat(recorder.texts()).hasSize(3);
        assertThat(recorder.texts().get(1))
                .isEqualTo("SELECT \"id\", \"email\" FROM \"users\" WHERE \"id\" > $1 ORDER BY \"id\" ASC LIMIT $2");
        assertThat(mapper.from(Profile.class).orderBy(Profile_.LOCALE.desc(), Profile_.TELEPHONE.asc()).stream(7)
                        .map(Profile::id)
                        .collectList()
                        .block())
                .isEqualTo(mapper.from(Profile.class)
                        .orderBy(Profile_.LOCALE.desc(), Profile_.TELEPHONE.asc(), Profile_.ID.asc())
                        .all()
                        .map(Profile::id)
                        .collectList()
                        .block());
    }

    @Test
    void limitAndOffsetAndConditionsHoldForTheWhole() {
        database.postgres().execute(Schema.users(100));

        assertThat(idsOf(mapper.from(User.class).limit(25).offset(10).stream(10)))
                .isEqualTo(ids(11, 35));
        assertThat(recorder.texts()).hasSize(3);
        assertThat(idsOf(mapper.from(User.class).limit(20).stream(10))).isEqualTo(ids(1, 20));
        assertThat(idsOf(mapper.from(User.class).limit(0).stream(10))).isEmpty();
        assertThat(idsOf(mapper.from(User.class).where(User_.ID.le(3L)).orWhere(User_.ID.gt(97L)).stream(2)))
                .containsExactly(1L, 2L, 3L, 98L, 99L, 100L);
    }

    @Test
    void preloadsAndHandlesAndWritesWorkOnOneConnection() {
        database.postgres().execute(Schema.users(50));

        Long same = mapper.from(User.class).preload(User_.PROFILE).stream(10)
                .concatMap(user -> user.profile()
                        .flatMap(Profile::avatar)
                        .flatMap(avatar -> mapper.update(new User(user.id(), "seen" + avatar.profileId(), null))))
                .filter(user -> user.email().equals("seen" + user.id()))
                .count()
                .block(Duration.ofSeconds(20));

        assertThat(same).isEqualTo(50);
        assertThat(recorder.texts().stream().filter(text -> text.contains("\"avatars\"")))
                .hasSize(5);
    }

    @Test
    void theNextChunkIsReadWhenItIsAskedForAndTheThirdOneAhead() {
        database.postgres().execute(Schema.users(50));
        List<Long> seen = new CopyOnWriteArrayList<>();
        BaseSubscriber<User> subscriber = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.request(10);
            }

            @Override
            protected void hookOnNext(User user) {
                seen.add(user.id());
            }
        };
        mapper.from(User.class).stream(10).subscribe(subscriber);
        awaitSize(seen::size, 10);
        // The pool has one connection. A chunk that was read too early would come before the count.
        assertThat(mapper.from(User.class).count().block()).isEqualTo(50);

        subscriber.request(1);
        awaitSize(recorder::count, 4);
        assertThat(mapper.from(User.class).count().block()).isEqualTo(50);
        subscriber.cancel();

        assertThat(seen).isEqualTo(ids(1, 11));
        assertThat(recorder.executions().stream().map(StatementExecution::operation))
                .containsExactly(Operation.FIND, Operation.COUNT, Operation.FIND, Operation.FIND, Operation.COUNT);
    }

    private static void awaitSize(IntSupplier size, int expected) {
        Await.await(LIMIT, () -> size.getAsInt() == expected, () -> "the size is " + size.getAsInt());
    }

    /**
     * The read-ahead times out while the subscriber holds the only connection. The chunk is read again when it is
     * requested. The chunks from the third one on are read ahead at the first row of the chunk before.
     */
    @Test
    void aSubscriberMayHoldTheOnlyConnectionLongerThanAReadWaitsForIt() {
        VirtualTimeScheduler clock = VirtualTimeScheduler.create();
        TimeoutMono.useClock(clock);
        database.postgres().execute(Schema.users(9));
        ConnectionPool pool = database.watch(
                database.poolBuilder().maxSize(1).acquireTimeout(ACQUIRE).build());
        Mono.from(DatabaseExtension.acquire(pool).close()).block();
        ReactiveMapper alone = ReactiveMapper.create(pool);
        Set<Long> readAhead = Set.of(3L, 5L, 7L);

        List<Long> seen = alone.from(User.class).preload(User_.PROFILE).stream(2)
                .concatMap(user -> alone.transactional(alone.get(User.class, user.id())
                        .delayUntil(held -> readAhead.contains(held.id()) ? expiredRead(pool, clock) : Mono.empty())))
                .map(User::id)
                .collectList()
                .block(Duration.ofMinutes(1));

        assertThat(seen).isEqualTo(ids(1, 9));
    }

    @AfterEach
    void realTime() {
        TimeoutMono.useClock(null);
    }

    /** Completes when a read has waited in vain for the connection of the caller. */
    private static Mono<Void> expiredRead(ConnectionPool pool, VirtualTimeScheduler clock) {
        return Mono.<Void>fromRunnable(() -> {
                    awaitSize(() -> pool.getMetrics().orElseThrow().pendingAcquireSize(), 1);
                    clock.advanceTimeBy(ACQUIRE);
                    awaitSize(() -> pool.getMetrics().orElseThrow().pendingAcquireSize(), 0);
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    @Test
    void inATransactionItIsOfThatAndSeesOneState() {
        database.postgres().execute(Schema.users(30));

        List<Long> seen = mapper.from(User.class).stream(10)
                .concatMap(user -> user.id() == 5
                        ? Mono.fromRunnable(() -> database.postgres()
                                        .execute("insert into users (email) select 'new' from generate_series(1, 10)"))
                                .subscribeOn(Schedulers.boundedElastic())
                                .thenReturn(user.id())
                        : Mono.just(user.id()))
                .as(ids -> mapper.transactional(
                        ids.collectList(), TransactionOptions.defaults().isolation(Isolation.REPEATABLE_READ)))
                .block();

        assertThat(seen).isEqualTo(ids(1, 30));
    }

    @Test
    void rowsThatKeepTheirPlaceComeOnceWhileOthersComeAndGo() {
        database.postgres().execute(Schema.users(300));

        List<Long> seen = mapper.from(User.class).stream(10)
                .concatMap(user -> user.id() % 10 == 0 && user.id() <= 300
                        ? Mono.fromRunnable(() -> database.postgres()
                                        .execute("delete from users where id % 7 = 0 and id > " + (user.id() + 20)
                                                + " and id < " + (user.id() + 40)
                                                + "; insert into users (email) values ('new')"))
                                .subscribeOn(Schedulers.boundedElastic())
                                .thenReturn(user.id())
                        : Mono.just(user.id()))
                .collectList()
                .block();

        assertThat(seen).doesNotHaveDuplicates().isSorted();
        assertThat(seen)
                .containsAll(LongStream.rangeClosed(1, 300)
                        .filter(id -> id % 7 != 0)
                        .boxed()
                        .toList());
    }

    @Test
    void aRelationToOneRowIsThatRow() {
        database.postgres().execute(Schema.users(1));
        User user = mapper.get(User.class, 1L).block();

        assertThat(mapper.related(user, User_.PROFILE).query().stream().count().block())
                .isEqualTo(1);
        assertThat(mapper.related(User.of("x"), User_.PROFILE).query().stream()
                        .count()
                        .block())
                .isZero();
    }

    @Test
    void whatCannotBeStreamedIsAnErrorBeforeAnyStatement() {
        assertThatIllegalArgumentException().isThrownBy(() -> mapper.from(User.class).stream(0));
        assertThatThrownBy(() -> mapper
                        .from(User.class)
                        .orderBy(User_.PROFILE.count().desc())
                        .stream()
                        .blockLast())
                .isInstanceOf(MappingException.class);
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aMillionRowsWithTheirChildrenFitIntoAHeapOf64Megabytes() throws IOException, InterruptedException {
        database.postgres().execute("""
                insert into users (email) select 'u' || g from generate_series(1, 1000000) g;
                insert into profiles (user_id, name) select g, 'p' from generate_series(1, 1000000) g;
                analyze users, profiles;
                """);
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeStream.class.getName(),
                        database.postgres().r2dbcUrl())
                .redirectErrorStream(true)
                .start();
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).as(output).isZero();
        assertThat(output).contains("1000000 with their profile, 500 slowly, 5 after, 0 connections kept");
    }
}
