package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.StaleStatementException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.transaction.TransactionOptions;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A table changes while statements on it are prepared. Each test starts with connections that have prepared all of
 * them.
 */
class ChangedTableIntegrationTests {

    private static final String CHANGE = "alter table profiles alter column telephone type varchar(%d)";
    private static final String CHANGE_BACK = "alter table profiles alter column telephone type text";

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(CHANGE_BACK, Schema.EMPTY, Schema.users(5));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = mapper(database.newPool(1));
    }

    private ReactiveMapper mapper(ConnectionPool pool) {
        return ReactiveMapper.builder(pool).listener(recorder).build();
    }

    /** Returns each kind of statement that returns rows, with and without values. */
    private static Map<String, Mono<?>> statements(ReactiveMapper mapper) {
        Map<String, Mono<?>> all = new TreeMap<>();
        all.put("by key", mapper.find(Profile.class, 1L));
        all.put("all rows", mapper.from(Profile.class).all().collectList());
        all.put(
                "matching rows",
                mapper.from(Profile.class)
                        .where(Profile_.NAME.eq("name 1"))
                        .all()
                        .collectList());
        all.put("preload", mapper.from(User.class).preload(User_.PROFILE).all().collectList());
        all.put(
                "raw",
                mapper.sql("select * from profiles").as(Profile.class).all().collectList());
        all.put(
                "raw with a value",
                mapper.sql("select * from profiles where id = :id")
                        .bind("id", 1L)
                        .as(Profile.class)
                        .all()
                        .collectList());
        all.put("insert", mapper.insert(Profile.of(null, "new")));
        all.put("update", mapper.find(Profile.class, 2L).flatMap(mapper::update));
        all.put(
                "delete",
                mapper.sql("delete from profiles where name = 'new' returning telephone")
                        .execute());
        all.put(
                "projection",
                mapper.sql("select telephone from profiles")
                        .map(row -> "x")
                        .all()
                        .collectList());
        return all;
    }

    private static void run(ReactiveMapper mapper) {
        statements(mapper).values().forEach(Mono::block);
    }

    private static long session(ReactiveMapper mapper) {
        return mapper.sql("select pg_backend_pid() as pid")
                .map(row -> row.get("pid", Integer.class))
                .one()
                .block();
    }

    private static void change(int length) {
        database.postgres().execute(CHANGE.formatted(length));
    }

    @Test
    void statementsOutsideATransactionGoOnUnseenOnTheSameConnection() {
        run(mapper);
        long session = session(mapper);
        recorder.clear();
        run(mapper);
        List<String> before = recorder.texts();
        change(50);
        recorder.clear();

        run(mapper);

        assertThat(recorder.texts()).isEqualTo(before);
        assertThat(session(mapper)).isEqualTo(session);
    }

    @Test
    void oneTransactionFailsOnAConnectionWhateverTheNumberOfStatements() {
        run(mapper);
        change(51);

        assertThatExceptionOfType(StaleStatementException.class)
                .isThrownBy(() ->
                        mapper.transactional(mapper.find(Profile.class, 1L)).block())
                .withMessageContaining("A table has changed")
                .withMessageContaining("retries");
        statements(mapper)
                .values()
                .forEach(statement -> mapper.transactional(statement).block());
    }

    @Test
    void eachStatementOfATransactionFailsWithTheSameError() {
        int length = 52;
        for (Map.Entry<String, Mono<?>> statement : statements(mapper).entrySet()) {
            run(mapper);
            change(length++);

            assertThatExceptionOfType(StaleStatementException.class)
                    .as(statement.getKey())
                    .isThrownBy(() -> mapper.transactional(
                                    mapper.sql("select 1").execute().then(statement.getValue()))
                            .block());
        }
    }

    @Test
    void oneRetryIsEnoughHoweverManyConnectionsHaveTheStatements() {
        ReactiveMapper many = mapper(database.newPool(4));
        Set<Object> sessions = new CopyOnWriteArraySet<>();
        warm(many, sessions);
        assertThat(sessions).hasSize(4);
        change(80);

        Mono<Profile> work = many.transactional(
                many.find(Profile.class, 1L), TransactionOptions.defaults().retry(1, Duration.ofMillis(1)));

        assertThat(work.block().name()).isEqualTo("name 1");
        statements(many)
                .values()
                .forEach(statement -> many.transactional(statement).block());
    }

    @Test
    void connectionsOfAnotherPoolFailOneTransactionEach() {
        ConnectionPool pool = database.watch(new ConnectionPool(ConnectionPoolConfiguration.builder(
                        new PostgresqlConnectionFactory(database.configuration().build()))
                .initialSize(0)
                .maxSize(3)
                .build()));
        ReactiveMapper other = mapper(pool);
        warm(other, new CopyOnWriteArraySet<>());
        change(81);

        Mono<Profile> work = other.transactional(
                other.find(Profile.class, 1L), TransactionOptions.defaults().retry(3, Duration.ofMillis(1)));

        assertThat(Flux.range(0, 6).concatMap(i -> work).collectList().block()).hasSize(6);
        statements(other)
                .values()
                .forEach(statement -> other.transactional(statement).block());
    }

    private static void warm(ReactiveMapper mapper, Set<Object> sessions) {
        Mono<Void> each = mapper.transactional(mapper.sql("select pg_backend_pid() as pid, pg_sleep(0.3)")
                .map(row -> row.get("pid", Integer.class))
                .one()
                .doOnNext(sessions::add)
                .thenMany(Flux.fromIterable(statements(mapper).values()).concatMap(statement -> statement))
                .then());
        Flux.range(0, 4).flatMap(i -> each).blockLast();
    }

    @Test
    void theTransactionsOfTheMapperGoOnUnseen() {
        Flux<User> families = mapper.insertAll(
                Flux.just(User.of("a@example.org"), User.of("b@example.org")),
                User_.PROFILE,
                user -> Profile.of(null, user.email()));
        Flux<Profile> updates = mapper.updateAll(mapper.find(Profile.class, 1L).flux());
        Mono<Profile> replaced = mapper.get(User.class, 1L)
                .flatMap(user -> mapper.related(user, User_.PROFILE).replace(Profile.of(null, "next")));
        int length = 90;
        for (Flux<?> write : List.<Flux<?>>of(families, updates, replaced.flux())) {
            write.blockLast();
            change(length++);
            long rows = database.postgres().queryLong("select count(*) from users");

            assertThat(write.collectList().block()).isNotEmpty();
            assertThat(database.postgres().queryLong("select count(*) from users"))
                    .isBetween(rows, rows + 2);
        }
    }

    @Test
    void aRelationWriteInATransactionOfTheCallerGoesOnUnseen() {
        Mono<Profile> write = mapper.get(User.class, 5L)
                .flatMap(user -> mapper.related(user, User_.PROFILE).updateOrCreate(Profile_.NAME.set("written")))
                .as(mapper::transactional);
        write.block();
        change(95);

        assertThat(write.block().name()).isEqualTo("written");
        assertThat(mapper.transactional(mapper.find(Profile.class, 1L)).block().id())
                .isEqualTo(1L);
    }

    @Test
    void aTransactionGoesOnWhenASavepointOfItWasStale() {
        run(mapper);
        change(96);

        Mono<String> work = mapper.transactional(mapper.find(Profile.class, 1L))
                .map(Profile::name)
                .onErrorResume(StaleStatementException.class, stale -> Mono.just("stale"))
                .as(mapper::transactional);

        assertThat(work.block()).isEqualTo("stale");
        statements(mapper)
                .values()
                .forEach(statement -> mapper.transactional(statement).block());
    }

    @Test
    void streamsGoOnUnseen() {
        Mono<List<Profile>> stream =
                mapper.from(Profile.class).orderBy(Profile_.ID.asc()).stream(2).collectList();
        stream.block();
        change(97);

        assertThat(stream.block()).hasSize(5);
    }

    @Test
    void aProtocolErrorOfTheServerIsARefusalAndTheConnectionIsNotLost() {
        database.postgres().execute("""
                create or replace function violate() returns int language plpgsql as
                $$ begin raise exception using errcode = '08P01'; end $$""");

        assertThatExceptionOfType(StaleStatementException.class)
                .isThrownBy(() -> mapper.sql("select violate()").execute().block())
                .satisfies(refused -> assertThat(refused.sqlState()).isEqualTo("08P01"));
        assertThatExceptionOfType(StaleStatementException.class)
                .isThrownBy(() -> mapper.transactional(
                                mapper.sql("select violate()").execute())
                        .block());
    }
}
