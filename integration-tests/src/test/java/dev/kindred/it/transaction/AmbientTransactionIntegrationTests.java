package dev.kindred.it.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.StatementException;
import dev.kindred.error.TransactionException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
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
