package dev.kindred.it.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.StatementException;
import dev.kindred.error.TransactionException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import dev.kindred.reactor.transaction.Isolation;
import dev.kindred.reactor.transaction.TransactionOptions;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A mapper in the transaction of a framework joins it. The pool has one connection, which the framework holds. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class AmbientTransactionIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, "create unique index on profiles (user_id)")
            .resetBefore(Schema.EMPTY, Schema.users(20));

    @Parameter
    boolean asynchronous;

    private final StatementRecorder recorder = new StatementRecorder();
    private ConnectionPool pool;
    private Framework framework;
    private ReactiveMapper mapper;

    @FunctionalInterface
    interface Work extends Function<ReactiveMapper, Publisher<?>> {}

    @BeforeEach
    void frameworkOnAPoolOfOne() {
        pool = database.newPool(1);
        use(new Framework(pool, asynchronous));
    }

    private void use(Framework source) {
        framework = source;
        mapper = ReactiveMapper.builder(source).listener(recorder).build();
    }

    private <T> List<T> inTransaction(Publisher<T> work) {
        return framework.transactional(Flux.from(work)).block(Duration.ofSeconds(20));
    }

    private void rolledBack(Publisher<?> work) {
        assertThatThrownBy(
                        () -> inTransaction(Flux.from(work).then(Mono.error(new IllegalStateException("rolled back")))))
                .hasMessage("rolled back");
    }

    private static long users(String email) {
        return database.postgres().queryLong("select count(*) from users where email like '" + email + "%'");
    }

    static Stream<Work> works() {
        User user = new User(1L, "u1", null);
        User stored = new User(20L, "u20", null);
        return Stream.of(
                mapper -> mapper.find(User.class, 1L),
                mapper -> mapper.from(User.class).count(),
                mapper -> mapper.from(User.class).where(User_.ID.lt(4L)).all(),
                mapper -> mapper.from(User.class).preload(User_.PROFILE).all(),
                mapper -> mapper.from(User.class).preload(User_.PROFILE).stream(7),
                mapper -> mapper.from(User.class).all().flatMap(User::profile),
                mapper -> mapper.preload(List.of(user), User_.PROFILE).flatMap(User::profile),
                mapper -> mapper.related(user, User_.PROFILE).get(),
                mapper -> mapper.sql("select 1 as one").execute(),
                mapper -> mapper.insert(User.of("new")),
                mapper -> mapper.insertAll(Flux.just(User.of("a"), User.of("b"))),
                mapper -> mapper.copyIn(Flux.just(User.of("a"), User.of("b"))),
                mapper -> mapper.update(stored),
                mapper -> mapper.delete(User.class).where(User_.ID.eq(1L)).execute(),
                mapper -> mapper.related(user, User_.PROFILE).replace(Profile.of(null, "replaced")),
                mapper -> mapper.related(User.of("pair"), User_.PROFILE).create(Profile_.NAME.set("pair")),
                mapper -> mapper.related(user, User_.PROFILE).firstOrCreate(Profile_.NAME.set("first")),
                mapper -> mapper.schema(User.class, Profile.class).verify(),
                mapper -> mapper.transactional(mapper.insert(User.of("new"))),
                mapper -> mapper.transactional(mapper.from(User.class).all().flatMap(User::profile)));
    }

    @ParameterizedTest
    @MethodSource("works")
    void everyOperationUsesTheConnectionOfTheFramework(Work work) {
        inTransaction(Flux.from(work.apply(mapper)).cast(Object.class));

        assertThat(framework.requests()).isEmpty();
        assertThat(recorder.texts()).isNotEmpty();
        List<String> sent = framework.sent();
        assertThat(sent).last().isEqualTo("commit of the framework");
        assertThat(sent.subList(0, sent.size() - 1))
                .isEqualTo(recorder.texts().stream()
                        .filter(text -> !text.startsWith("COPY"))
                        .toList());
        assertThat(recorder.texts())
                .noneMatch(
                        text -> text.startsWith("BEGIN") || text.startsWith("COMMIT") || text.startsWith("ROLLBACK"));
    }

    @ParameterizedTest
    @MethodSource("works")
    void everyOperationIsUndoneByTheFramework(Work work) {
        String state = state();

        rolledBack(work.apply(mapper));

        assertThat(state()).isEqualTo(state);
        assertThat(mapper.from(User.class).count().block()).isEqualTo(20);
    }

    private static String state() {
        return String.valueOf(database.postgres()
                .queryOne("select string_agg(concat(u::text, p::text), ',' order by u.id) as state"
                        + " from users u left join profiles p on p.user_id = u.id")
                .get("state"));
    }

    @ParameterizedTest
    @MethodSource("works")
    void afterTheEndNothingIsSent(Work work) {
        AtomicReference<Framework.Running> ended = new AtomicReference<>();
        framework.transactional(mapper.from(User.class).all(), ended::set).block();
        recorder.clear();

        assertThatExceptionOfType(TransactionException.class)
                .isThrownBy(() -> Flux.from(work.apply(mapper))
                        .contextWrite(Framework.context(ended.get()))
                        .blockLast(Duration.ofSeconds(20)))
                .withMessageContaining("has ended");

        assertThat(recorder.texts()).isEmpty();
        assertThat(framework.sent()).last().isEqualTo("commit of the framework");
        assertThat(framework.requests()).isEmpty();
    }

    @Test
    void aSavepointIsUndoneTogetherWithTheTransaction() {
        rolledBack(mapper.insert(User.of("new"))
                .then(mapper.insert(User.of("new in a savepoint"))
                        .then(mapper.transactional(mapper.insert(User.of("new in an inner one"))))
                        .as(mapper::transactional)));

        assertThat(users("new")).isZero();
        assertThat(framework.sent())
                .filteredOn(text -> !text.startsWith("INSERT"))
                .containsExactly(
                        "SAVEPOINT kindred_1",
                        "SAVEPOINT kindred_2",
                        "RELEASE SAVEPOINT kindred_2",
                        "RELEASE SAVEPOINT kindred_1",
                        "rollback of the framework");
    }

    @Test
    void aSavepointThatFailsIsUndoneAlone() {
        inTransaction(mapper.insert(User.of("kept"))
                .then(mapper.insert(User.of("undone"))
                        .then(mapper.insert(new User(1L, null, null)))
                        .as(mapper::transactional)
                        .onErrorComplete(StatementException.class))
                .then(mapper.insert(User.of("kept too"))));

        assertThat(users("kept")).isEqualTo(2);
        assertThat(users("undone")).isZero();
    }

    @Test
    void handlesOfSiblingsLoadTogether() {
        List<String> names = inTransaction(mapper.sql("update profiles set name = 'changed'")
                .execute()
                .thenMany(mapper.from(User.class).all())
                .collectList()
                .flatMapMany(
                        users -> Flux.fromIterable(users).flatMap(User::profile).map(Profile::name)));

        assertThat(names).hasSize(20).containsOnly("changed");
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void handlesCanBeFused() {
        List<String> names = inTransaction(mapper.from(User.class)
                .all()
                .collectList()
                .flatMapMany(users -> Flux.fromIterable(users)
                        .concatMap(user -> user.profile().map(Profile::name).filter(name -> !name.isEmpty()))));

        assertThat(names).hasSize(20);
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void whatWasReadInATransactionThatWasRolledBackIsNotServedAfterwards() {
        AtomicReference<User> read = new AtomicReference<>();
        rolledBack(mapper.sql("update profiles set name = 'changed'")
                .execute()
                .then(mapper.find(User.class, 1L))
                .doOnNext(read::set)
                .flatMap(User::profile));

        assertThat(Relations.stateOf(read.get().profile())).isInstanceOf(RelationState.NotLoaded.class);
        assertThat(read.get().profile().block().name()).isEqualTo("name 1");
    }

    @Test
    void statementsRunOneAfterAnother() {
        List<Long> counts = inTransaction(
                Flux.range(0, 600).flatMap(i -> mapper.from(User.class).count(), 600));

        assertThat(counts).hasSize(600).containsOnly(20L);
        assertThat(recorder.count()).isEqualTo(600);
    }

    @Test
    void requiresNewHasAConnectionOfItsOwn() {
        rolledBack(mapper.insert(User.of("outer"))
                .then(mapper.requiresNew(mapper.insert(User.of("inner"))
                        .then(mapper.from(User.class).count()))));

        assertThat(users("outer")).isZero();
        assertThat(users("inner")).isEqualTo(1);
        assertThat(framework.requests()).singleElement().satisfies(request -> {
            assertThat(request.isNested()).isTrue();
            assertThat(request.transaction()).isEqualTo(TransactionOptions.defaults());
        });
    }

    @Test
    void aTransactionOfTheFrameworkInsideOneOfTheMapperIsTheInnerOne() {
        ConnectionPool two = database.newPool(2);
        use(new Framework(two, asynchronous));

        assertThatThrownBy(() -> mapper.insert(User.of("outer"))
                        .thenMany(framework.transactional(Flux.from(mapper.insert(User.of("inner")))))
                        .then(mapper.insert(User.of("outer")))
                        .then(Mono.error(new IllegalStateException("outer")))
                        .as(mapper::transactional)
                        .block())
                .hasMessage("outer");

        assertThat(users("inner")).isEqualTo(1);
        assertThat(users("outer")).isZero();
    }

    @Test
    void outsideOfASuspendedTransactionAConnectionIsAcquired() {
        use(new Framework(database.newPool(2), asynchronous));

        rolledBack(mapper.insert(User.of("joined"))
                .then(Framework.suspended(mapper.insert(User.of("apart"))))
                .as(mapper::transactional));
        rolledBack(Framework.suspended(mapper.transactional(mapper.insert(User.of("apart")))));

        assertThat(users("joined")).isZero();
        assertThat(users("apart")).isEqualTo(2);
    }

    @Test
    void isolationAndModeOfASavepointAreThoseOfTheTransaction() {
        assertThatExceptionOfType(TransactionException.class)
                .isThrownBy(() -> inTransaction(mapper.transactional(
                        mapper.find(User.class, 1L),
                        TransactionOptions.defaults().isolation(Isolation.SERIALIZABLE))));
        assertThat(recorder.texts()).isEmpty();
    }

    @Test
    void rollbackOnlyReachesTheFramework() {
        inTransaction(mapper.insert(User.of("tried"))
                .then(mapper.currentTransaction())
                .doOnNext(transaction -> transaction.setRollbackOnly()));

        assertThat(users("tried")).isZero();
        assertThat(framework.sent()).last().isEqualTo("rollback of the framework");
    }
}
