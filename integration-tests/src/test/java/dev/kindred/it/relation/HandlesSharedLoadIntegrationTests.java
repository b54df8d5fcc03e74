package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.ConnectionException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.FaultProxy;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementExecution.Outcome;
import dev.kindred.test.internal.Await;
import dev.kindred.test.internal.DatabaseSession;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Subscribers that wait for one load. A table lock controls how long it takes. */
class HandlesSharedLoadIntegrationTests {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(3));

    private final StatementRecorder recorder = new StatementRecorder();

    @BeforeEach
    void lock() {
        database.postgres().execute("begin; lock table profiles in access exclusive mode");
    }

    @AfterEach
    void unlock() {
        database.postgres().execute("rollback");
    }

    @Test
    void anyNumberOfSubscribersOfAnySiblingShareOneStatement() throws Exception {
        List<User> users = users(database.pool());
        List<CompletableFuture<Profile>> waiting = IntStream.range(0, 30)
                .mapToObj(i -> users.get(i % 3).profile().toFuture())
                .toList();
        awaitLoads(1);

        unlock();

        for (int i = 0; i < waiting.size(); i++) {
            assertThat(waiting.get(i).get(20, TimeUnit.SECONDS).name()).isEqualTo("name " + (i % 3 + 1));
        }
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void subscribersInOneTransactionShareOneStatement() throws Exception {
        ReactiveMapper mapper = mapper(database.pool());
        User user = mapper.find(User.class, 1L).block();
        recorder.clear();
        CompletableFuture<List<Profile>> same = Mono.zip(user.profile(), user.profile(), user.profile())
                .map(all -> List.of(all.getT1(), all.getT2(), all.getT3()))
                .as(mapper::transactional)
                .toFuture();
        awaitLoads(1);

        unlock();

        List<Profile> profiles = same.get(20, TimeUnit.SECONDS);
        assertThat(profiles).allSatisfy(profile -> assertThat(profile).isSameAs(profiles.get(0)));
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void aLostConnectionReachesEverySubscriberAndIsNotRemembered() {
        database.expectDroppedErrors();
        try (FaultProxy proxy = FaultProxy.before(database.postgres())) {
            List<User> users = users(database.newPool(2, proxy));
            List<CompletableFuture<Profile>> waiting = Stream.of(0, 0, 1, 2)
                    .map(i -> users.get(i).profile().toFuture())
                    .toList();
            awaitLoads(1);

            proxy.cutAll();

            assertThat(waiting)
                    .allSatisfy(future -> assertThatThrownBy(() -> future.get(20, TimeUnit.SECONDS))
                            .isInstanceOf(ExecutionException.class)
                            .hasCauseInstanceOf(ConnectionException.class));
            assertThat(users)
                    .map(user -> Relations.stateOf(user.profile()))
                    .containsOnly(new RelationState.NotLoaded<Profile>());
            unlock();
            assertThat(users).map(user -> user.profile().block().name()).containsExactly("name 1", "name 2", "name 3");
            assertThat(outcomes()).containsExactly(Outcome.FAILED, Outcome.COMPLETED);
        }
    }

    @Test
    void anErrorOfTheServerReachesEverySubscriberAndIsNotRemembered() {
        List<User> users = users(database.pool());
        List<CompletableFuture<Profile>> waiting =
                Stream.of(0, 1, 1).map(i -> users.get(i).profile().toFuture()).toList();
        int loading = awaitLoads(1).get(0).pid();

        database.postgres().query("select pg_cancel_backend(?)", loading);

        assertThat(waiting)
                .allSatisfy(future -> assertThatThrownBy(() -> future.get(20, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasMessageContaining("profiles"));
        unlock();
        assertThat(users.get(2).profile().block().name()).isEqualTo("name 3");
        assertThat(outcomes()).containsExactly(Outcome.FAILED, Outcome.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whenOneOfTwoSubscribersCancelsTheOtherGetsItsValue(int cancelled) throws Exception {
        List<User> users = users(database.pool());
        List<CompletableFuture<Profile>> waiting = List.of(
                users.get(0).profile().toFuture(), users.get(1).profile().toFuture());
        awaitLoads(1);

        waiting.get(cancelled).cancel(false);
        unlock();

        int other = 1 - cancelled;
        assertThat(waiting.get(other).get(20, TimeUnit.SECONDS).name()).isEqualTo("name " + (other + 1));
        assertThat(users.get(cancelled).profile().block().name()).isEqualTo("name " + (cancelled + 1));
        assertThat(outcomes()).containsExactly(Outcome.COMPLETED);
    }

    @Test
    void whenAllSubscribersCancelTheStatementIsCancelledAndTheConnectionGivenBack() {
        ConnectionPool pool = database.newPool(1);
        List<User> users = users(pool);
        List<CompletableFuture<Profile>> waiting = List.of(
                users.get(0).profile().toFuture(), users.get(1).profile().toFuture());
        awaitLoads(1);

        waiting.forEach(future -> future.cancel(false));

        Await.await(LIMIT, () -> loads().isEmpty(), () -> "Still running: " + loads());
        Await.await(
                LIMIT,
                () -> pool.getMetrics().orElseThrow().acquiredSize() == 0,
                () -> "The connection was not given back");
        unlock();
        assertThat(Relations.stateOf(users.get(0).profile()).isLoaded()).isFalse();
        assertThat(users.get(0).profile().block().name()).isEqualTo("name 1");
        assertThat(outcomes()).containsExactly(Outcome.CANCELLED, Outcome.COMPLETED);
    }

    @Test
    void aSubscriberThatComesAfterAllOthersCancelledStartsALoadOfItsOwn() throws Exception {
        List<User> users = users(database.newPool(2));
        CompletableFuture<Profile> first = users.get(0).profile().toFuture();
        awaitLoads(1);

        first.cancel(false);
        CompletableFuture<Profile> second = users.get(0).profile().toFuture();
        unlock();

        assertThat(second.get(20, TimeUnit.SECONDS).name()).isEqualTo("name 1");
        Await.await(LIMIT, () -> outcomes().size() == 2, () -> "There were " + recorder.executions());
        assertThat(outcomes()).containsExactlyInAnyOrder(Outcome.CANCELLED, Outcome.COMPLETED);
    }

    private ReactiveMapper mapper(ConnectionPool pool) {
        return ReactiveMapper.builder(pool).listener(recorder).build();
    }

    private List<User> users(ConnectionPool pool) {
        List<User> users = mapper(pool)
                .from(User.class)
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();
        recorder.clear();
        return users;
    }

    private static List<DatabaseSession> awaitLoads(int expected) {
        Await.await(LIMIT, () -> loads().size() == expected, () -> "Loads on their way: " + loads());
        return loads();
    }

    private static List<DatabaseSession> loads() {
        return database.postgres().sessions().stream()
                .filter(session -> session.isBusy() && session.query().contains("FROM \"profiles\""))
                .toList();
    }

    /** Returns the outcomes of the loads. The ROLLBACK that checks a failed connection is excluded. */
    private List<Outcome> outcomes() {
        return recorder.executions().stream()
                .filter(execution -> execution.sql().startsWith("SELECT"))
                .map(StatementExecution::outcome)
                .toList();
    }
}
