package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.kindred.it.entity.Country;
import dev.kindred.it.entity.Flag;
import dev.kindred.it.entity.Kennel;
import dev.kindred.it.entity.Kennel_;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.PageRequest;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.pool.ConnectionPool;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** Subscribers without demand, with a pool of one connection. */
@Tag("any-jdk")
class NoDemandIntegrationTests {

    private static final Map<String, Function<ReactiveMapper, Publisher<?>>> OPERATIONS = new TreeMap<>();
    private static final User STORED = new User(1L, "changed@example.org", null);

    static {
        reads();
        writes();
        relations();
        toMany();
        OPERATIONS.put("transactional", mapper -> mapper.transactional(mapper.find(User.class, 1L)));
        OPERATIONS.put("requiresNew", mapper -> mapper.requiresNew(mapper.find(User.class, 1L)));
        OPERATIONS.put(
                "sql execute",
                mapper -> mapper.sql("update users set email = 'x'").execute());
        OPERATIONS.put(
                "sql first",
                mapper -> mapper.sql("select * from users").as(User.class).first());
        OPERATIONS.put(
                "sql all",
                mapper -> mapper.sql("select * from users").as(User.class).all());
        OPERATIONS.put("schema verify", mapper -> mapper.schema(User.class).verify());
        OPERATIONS.put(
                "schema create",
                mapper -> mapper.schema(Country.class, Flag.class).create());
    }

    private static void reads() {
        OPERATIONS.put("find", mapper -> mapper.find(User.class, 1L));
        OPERATIONS.put("get", mapper -> mapper.get(User.class, 1L));
        OPERATIONS.put("get nothing", mapper -> mapper.get(User.class, 999L));
        OPERATIONS.put("all", mapper -> mapper.from(User.class).all());
        OPERATIONS.put(
                "all with preload",
                mapper -> mapper.from(User.class).preload(User_.PROFILE).all());
        OPERATIONS.put("stream", mapper -> mapper.from(User.class).stream(2));
        OPERATIONS.put("first", mapper -> mapper.from(User.class).first());
        OPERATIONS.put(
                "one", mapper -> mapper.from(User.class).where(User_.ID.eq(1L)).one());
        OPERATIONS.put("count", mapper -> mapper.from(User.class).count());
        OPERATIONS.put("exists", mapper -> mapper.from(User.class).exists());
        OPERATIONS.put("page", mapper -> mapper.from(User.class).page(PageRequest.of(0, 2)));
        OPERATIONS.put("slice", mapper -> mapper.from(User.class).slice(PageRequest.of(0, 2)));
        OPERATIONS.put("scroll", mapper -> mapper.from(User.class).scroll(2, null));
        OPERATIONS.put(
                "project",
                mapper -> mapper.from(User.class).project(User_.EMAIL).all());
        OPERATIONS.put(
                "group", mapper -> mapper.from(User.class).groupBy(User_.EMAIL).all());
        OPERATIONS.put("aggregate", mapper -> mapper.aggregate(List.of(STORED), User_.PROFILE.count()));
        OPERATIONS.put("preload", mapper -> mapper.preload(List.of(STORED), User_.PROFILE));
        OPERATIONS.put(
                "preload of lists",
                mapper -> mapper.from(Kennel.class).preload(Kennel_.DOGS).all());
        OPERATIONS.put(
                "limited preload of lists",
                mapper -> mapper.from(Kennel.class)
                        .preload(Kennel_.DOGS, dogs -> dogs.limitEach(1))
                        .all());
        OPERATIONS.put(
                "query of a list",
                mapper -> mapper.related(Kennel.class, 1L, Kennel_.DOGS).query().all());
        OPERATIONS.put("stream of a list", mapper -> mapper.related(Kennel.class, 1L, Kennel_.DOGS).query().stream(2));
        OPERATIONS.put("preload of a flux", mapper -> mapper.preload(Flux.just(STORED), User_.PROFILE));
    }

    private static void writes() {
        OPERATIONS.put("insert", mapper -> mapper.insert(User.of("new@example.org")));
        OPERATIONS.put("update", mapper -> mapper.update(STORED));
        OPERATIONS.put("save", mapper -> mapper.save(STORED));
        OPERATIONS.put("delete", mapper -> mapper.delete(STORED));
        OPERATIONS.put("insertAll", mapper -> mapper.insertAll(Flux.just(User.of("a"), User.of("b"))));
        OPERATIONS.put(
                "insertAll at once",
                mapper -> mapper.insertAll(
                        Flux.just(User.of("a"), User.of("b")),
                        ChunkOptions.defaults().size(1).atomic()));
        OPERATIONS.put("updateAll", mapper -> mapper.updateAll(Flux.just(STORED)));
        OPERATIONS.put("deleteAll", mapper -> mapper.deleteAll(Flux.just(STORED)));
        OPERATIONS.put(
                "bulk update",
                mapper -> mapper.update(User.class)
                        .set(User_.EMAIL.set("x"))
                        .everything()
                        .execute());
        OPERATIONS.put(
                "bulk update returning",
                mapper -> mapper.update(User.class)
                        .set(User_.EMAIL.set("x"))
                        .everything()
                        .returning());
        OPERATIONS.put(
                "bulk delete", mapper -> mapper.delete(User.class).everything().execute());
        OPERATIONS.put(
                "save with child", mapper -> mapper.save(User.of("new"), User_.PROFILE.child(Profile.of(null, "new"))));
    }

    private static void relations() {
        OPERATIONS.put(
                "relation get", mapper -> mapper.related(STORED, User_.PROFILE).find());
        OPERATIONS.put(
                "relation create",
                mapper -> mapper.related(STORED, User_.PROFILE).create(Profile_.NAME.set("x")));
        OPERATIONS.put(
                "relation firstOrCreate",
                mapper -> mapper.related(STORED, User_.PROFILE).firstOrCreate(Profile_.NAME.set("x")));
        OPERATIONS.put(
                "relation replace",
                mapper -> mapper.related(STORED, User_.PROFILE).replace(Profile.of(null, "x")));
        OPERATIONS.put(
                "relation delete",
                mapper -> mapper.related(STORED, User_.PROFILE).delete());
    }

    /** Handles load immediately. */
    private static void toMany() {
        ToManyOperations.reads().forEach((name, operation) -> {
            if (!name.startsWith("handles")) {
                OPERATIONS.put("to many: " + name, operation);
            }
        });
        ToManyOperations.writes().forEach((name, operation) -> OPERATIONS.put("to many: " + name, operation));
    }

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, Kennel.TABLES, ToManyOperations.TABLES)
            .resetBefore(Schema.EMPTY, Schema.users(4), Kennel.rows(4), ToManyOperations.EMPTY, ToManyOperations.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ConnectionPool pool;
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        pool = database.newPool(1);
        mapper = ReactiveMapper.builder(pool).listener(recorder).build();
    }

    static List<String> operations() {
        return List.copyOf(OPERATIONS.keySet());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void noConnectionIsTakenBeforeTheFirstRequest(String operation) throws Exception {
        NoDemand subscriber = new NoDemand();
        OPERATIONS.get(operation).apply(mapper).subscribe(subscriber);

        assertThat(pool.getMetrics().orElseThrow().acquiredSize()).isZero();
        assertThat(pool.getMetrics().orElseThrow().pendingAcquireSize()).isZero();
        assertThat(mapper.find(User.class, 2L)
                        .toFuture()
                        .get(30, TimeUnit.SECONDS)
                        .id())
                .isEqualTo(2);
        assertThat(recorder.count()).isEqualTo(1);

        subscriber.requestUnbounded();
        subscriber.ended.get(30, TimeUnit.SECONDS);
        assertThat(recorder.count()).isGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aCancelBeforeTheFirstRequestSendsNothing(String operation) {
        NoDemand subscriber = new NoDemand();
        OPERATIONS.get(operation).apply(mapper).subscribe(subscriber);

        subscriber.cancel();
        subscriber.requestUnbounded();

        assertThatCode(() -> mapper.find(User.class, 2L).toFuture().get(30, TimeUnit.SECONDS))
                .doesNotThrowAnyException();
        assertThat(recorder.count()).isEqualTo(1);
    }

    /** A handle may load immediately. The row is held until it is requested. */
    @Test
    void aHandleHoldsNoConnection() throws Exception {
        User user = mapper.find(User.class, 1L).block();
        NoDemand subscriber = new NoDemand();
        user.profile().subscribe(subscriber);

        assertThat(mapper.find(User.class, 2L)
                        .toFuture()
                        .get(30, TimeUnit.SECONDS)
                        .id())
                .isEqualTo(2);
        subscriber.requestUnbounded();
        subscriber.ended.get(30, TimeUnit.SECONDS);
    }

    /** In a transaction a statement runs immediately, and its value is held until it is requested. */
    @Test
    void aStatementOfATransactionDoesNotKeepTheOthersFromRunning() throws Exception {
        Mono<User> work = Mono.deferContextual(context -> {
            mapper.find(User.class, 1L).contextWrite(context).subscribe(new NoDemand());
            mapper.transactional(mapper.find(User.class, 3L))
                    .contextWrite(context)
                    .subscribe(new NoDemand());
            return mapper.find(User.class, 2L);
        });

        assertThat(mapper.transactional(work)
                        .toFuture()
                        .get(30, TimeUnit.SECONDS)
                        .id())
                .isEqualTo(2);
    }

    private static final class NoDemand extends BaseSubscriber<Object> {

        private final CompletableFuture<SignalType> ended = new CompletableFuture<>();

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            // requests nothing
        }

        @Override
        protected void hookOnError(Throwable error) {
            ended.complete(SignalType.ON_ERROR);
        }

        @Override
        protected void hookFinally(SignalType type) {
            ended.complete(type);
        }
    }
}
