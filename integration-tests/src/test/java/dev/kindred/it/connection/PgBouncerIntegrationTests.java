package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.ConnectionException;
import dev.kindred.error.StaleStatementException;
import dev.kindred.error.StatementTimeoutException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.readme.Account;
import dev.kindred.it.readme.Subscription;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.PgBouncer;
import dev.kindred.reactor.ConnectionPoolBuilder;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.schema.SchemaPolicy;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All features that use session state, through a real PgBouncer in transaction mode. */
@Tag("any-jdk")
class PgBouncerIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(5));

    private PgBouncer bouncer;
    private ReactiveMapper mapper;

    @BeforeAll
    static void installed() {
        Assumptions.assumeTrue(PgBouncer.isInstalled(), "There is no pgbouncer on the path or in /usr/sbin");
    }

    @BeforeEach
    void mapper() {
        bouncer = PgBouncer.start(database.postgres(), 2, "extra_float_digits");
        mapper = mapper(pool().pgbouncer());
    }

    @AfterEach
    void stop() {
        bouncer.close();
    }

    private ConnectionPoolBuilder pool() {
        return Connections.builder(bouncer.r2dbcUrl())
                .maxSize(4)
                .acquireTimeout(Duration.ofSeconds(30))
                .statementTimeout(Duration.ofSeconds(3));
    }

    private static ReactiveMapper mapper(ConnectionPoolBuilder pool) {
        return ReactiveMapper.create(database.watch(pool.build()));
    }

    @Test
    void applicationsThatShareSessionsWriteTheirOwnRows() {
        ReactiveMapper other = mapper(pool().pgbouncer());
        Flux<?> users = Flux.range(0, 100)
                .flatMap(
                        i -> mapper.sql("insert into users (email) values (:email)")
                                .bind("email", "mine")
                                .execute(),
                        4);
        Flux<?> avatars = Flux.range(0, 100)
                .flatMap(
                        i -> other.sql("insert into avatars (url) values (:url)")
                                .bind("url", "theirs")
                                .execute(),
                        4);

        Flux.merge(users, avatars).blockLast();

        assertThat(database.postgres().queryLong("select count(*) from users where email = 'mine'"))
                .isEqualTo(100);
        assertThat(database.postgres().queryLong("select count(*) from avatars where url = 'theirs'"))
                .isEqualTo(100);
        assertThat(database.postgres().queryLong("select count(*) from users where email = 'theirs'"))
                .isZero();
    }

    @Test
    void readsRelationsAndStreamsWork() {
        List<User> users = mapper.from(User.class).preload(User_.PROFILE).orderBy(User_.ID.asc()).stream(2)
                .collectList()
                .block();

        assertThat(users).hasSize(5);
        assertThat(Flux.fromIterable(users).flatMap(User::profile).collectList().block())
                .hasSize(5);
        assertThat(mapper.from(Profile.class).count().block()).isEqualTo(5);
    }

    @Test
    void writesTransactionsAndSavepointsWork() {
        Mono<Profile> relation = mapper.get(User.class, 1L)
                .flatMap(user -> mapper.related(user, User_.PROFILE).updateOrCreate(Profile_.NAME.set("changed")));
        Mono<String> work = mapper.transactional(mapper.sql("select 1/0").execute())
                .map(nothing -> "no error")
                .onErrorReturn("rolled back")
                .flatMap(outcome -> relation.map(profile -> outcome + ", " + profile.name()));

        assertThat(Flux.range(0, 20)
                        .flatMap(i -> mapper.transactional(work), 8)
                        .collectList()
                        .block())
                .hasSize(20)
                .containsOnly("rolled back, changed");
        assertThat(mapper.insertAll(
                                Flux.range(0, 10).map(i -> User.of("new")),
                                User_.PROFILE,
                                user -> Profile.of(null, "child"))
                        .count()
                        .block())
                .isEqualTo(10);
        assertThat(mapper.copyIn(Flux.range(0, 10).map(i -> User.of("copied"))).block())
                .isEqualTo(10);
        assertThat(mapper.transactional(mapper.requiresNew(relation)).block().name())
                .isEqualTo("changed");
    }

    @Test
    void theSchemaWorks() {
        mapper.schema(Account.class, Subscription.class).create().block();

        mapper.schema(Account.class, Subscription.class)
                .verify(SchemaPolicy.FAIL)
                .block();
        mapper.schema(Account.class, Subscription.class).drop().block();
    }

    @Test
    void aTransactionSetsItsLimitsForItself() {
        Mono<String> limit = mapper.sql("select current_setting('statement_timeout') || current_setting('lock_timeout')"
                        + " || current_setting('idle_in_transaction_session_timeout') as it")
                .map(row -> row.get("it", String.class))
                .one();

        assertThat(mapper.transactional(limit).block()).isEqualTo("3s10s1min");
        assertThat(limit.block()).isEqualTo("000");
        assertThatExceptionOfType(StatementTimeoutException.class)
                .isThrownBy(() -> mapper.transactional(
                                mapper.sql("select pg_sleep(20)").execute())
                        .block())
                .withMessageContaining("statement_timeout");
    }

    @Test
    void theLimitOfTheMapperHoldsAndACancelReachesTheServer() {
        ConnectionPool pool = database.watch(pool().pgbouncer().build());
        ReactiveMapper impatient = ReactiveMapper.builder(pool)
                .statementTimeout(Duration.ofMillis(500))
                .build();

        assertThatExceptionOfType(StatementTimeoutException.class)
                .isThrownBy(() -> impatient
                        .sql("select pg_sleep(:seconds)")
                        .bind("seconds", 60d)
                        .execute()
                        .block())
                .withMessageContaining("was cancelled");
        assertThat(ReactiveMapper.create(pool).find(User.class, 1L).block().email())
                .isEqualTo("user1@example.org");
    }

    private static ReactiveMapper tracked(PgBouncer tracking) {
        return mapper(DatabaseExtension.patient(Connections.builder(tracking.r2dbcUrl()))
                .maxSize(4)
                .pgbouncer()
                .driver(options -> options.preparedStatementCacheQueries(256)));
    }

    /** The applications use the same names of statements on the same two sessions. */
    @Test
    void trackedStatementsOfApplicationsAreNotConfused() {
        Assumptions.assumeTrue(PgBouncer.tracksStatements(), "This PgBouncer tracks no prepared statements");
        try (PgBouncer tracking = PgBouncer.startTracking(database.postgres(), 2)) {
            ReactiveMapper first = tracked(tracking);
            ReactiveMapper second = tracked(tracking);

            Flux<?> users = Flux.range(0, 200).flatMap(i -> first.insert(User.of("mine")), 4);
            Flux<?> profiles = Flux.range(0, 200).flatMap(i -> second.insert(Profile.of(1L, "theirs")), 4);
            Flux.merge(users, profiles).blockLast();

            assertThat(database.postgres().queryLong("select count(*) from users where email = 'mine'"))
                    .isEqualTo(200);
            assertThat(database.postgres().queryLong("select count(*) from profiles where name = 'theirs'"))
                    .isEqualTo(200);
            // Statements with a name, on at most two sessions.
            assertThat(first.sql("select count(*) as it from pg_prepared_statements where from_sql = false")
                            .map(row -> row.get("it", Long.class))
                            .one()
                            .block())
                    .isPositive();
        }
    }

    @Test
    void withoutTheSwitchTheRefusedStartNamesIt() {
        ReactiveMapper wrong = mapper(pool());

        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> wrong.find(User.class, 1L).block())
                .withMessageContaining("Connections.builder(url).pgbouncer()")
                .withMessageContaining("ignore_startup_parameters");
    }

    @Test
    void withoutTheSwitchTheErrorOfAPreparedStatementNamesIt() {
        try (PgBouncer lenient = PgBouncer.start(
                database.postgres(),
                1,
                "extra_float_digits,statement_timeout,lock_timeout,idle_in_transaction_session_timeout")) {
            ReactiveMapper first =
                    mapper(Connections.builder(lenient.r2dbcUrl()).maxSize(1));
            ReactiveMapper second =
                    mapper(Connections.builder(lenient.r2dbcUrl()).maxSize(1));
            first.find(User.class, 1L).block();

            assertThatExceptionOfType(StaleStatementException.class)
                    .isThrownBy(() ->
                            second.transactional(second.find(Profile.class, 1L)).block())
                    .withMessageContaining("Connections.builder(url).pgbouncer()");
        }
    }
}
