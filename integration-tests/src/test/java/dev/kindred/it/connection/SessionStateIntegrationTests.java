package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.SessionStateException;
import dev.kindred.error.StatementException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RawSql;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.internal.Await;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Raw SQL leaves no session state on a connection for its next borrower. */
@Tag("any-jdk")
class SessionStateIntegrationTests {

    private static final String FUNCTIONS = """
            create schema other;
            create table other.users (id bigint primary key, email text not null);
            create function go_elsewhere(name text) returns text language plpgsql as
                $$ begin return set_config('search_path', name, false); end $$;
            create function set_tenant(name text) returns boolean language plpgsql as
                $$ begin perform set_config('app.tenant', name, false); return true; end $$;
            create function lock_up(key bigint) returns boolean language plpgsql as
                $$ begin perform pg_advisory_lock(key); return true; end $$;
            create procedure go_away() language plpgsql as $$ begin set search_path to other; end $$;
            create procedure go_away_and_commit() language plpgsql as $$ begin set search_path to other; commit; end $$;
            """;

    private static final String SESSION = """
            select pg_backend_pid() || ' ' || current_setting('search_path') || ' ' || \
            current_setting('statement_timeout')
                || ' ' || current_user || ' ' || coalesce(nullif(current_setting('app.tenant', true), ''), 'none')
                || ' ' || (select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid())
                || ' ' || (select count(*) from pg_listening_channels())
                || ' ' || (select count(*) from pg_cursors where is_holdable)
                || ' ' || (select count(*) from pg_class where relnamespace = pg_my_temp_schema()) as session""";

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES, FUNCTIONS).resetBefore(Schema.EMPTY, Schema.users(2));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private String before;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
        before = session();
        recorder.clear();
    }

    private String session() {
        return session(mapper);
    }

    /** Reads the session state that the next borrower finds. */
    private static String session(ReactiveMapper mapper) {
        return mapper.sql(SESSION)
                .map(row -> row.get("session", String.class))
                .one()
                .block();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set search_path to other",
                "SET Search_Path = other",
                "/* a */ -- b\n SeT/**/statement_timeout = 1",
                "set session search_path to other",
                "set role pg_monitor",
                "set session authorization default",
                "set session characteristics as transaction read only",
                "set time zone 'UTC'",
                "set names 'utf8'",
                "reset all",
                "reset search_path",
                "discard all",
                "discard plans",
                "listen news",
                "unlisten *",
                "load 'auto_explain'",
                "prepare p as select 1",
                "execute p",
                "deallocate all",
                "create temp table t (id int)",
                "create temporary view v as select 1",
                "create or replace temp view v as select 1",
                "create local temporary table t as select 1",
                "create temp sequence s",
                "create table pg_temp.t (id int)",
                "create function pg_temp.f() returns int language sql as 'select 1'",
                "select 1 as x into temp t",
                "with a as (select 1 as x) select x into local temporary t from a",
                "explain analyze create temp table t as select 1",
                "declare c cursor with hold for select 1",
                "select pg_advisory_lock(1)",
                "select PG_Catalog.Pg_Advisory_Lock(1, 2)",
                "select \"pg_advisory_lock_shared\" (1)",
                "select pg_try_advisory_lock/**/(1)",
                "with x as (select pg_advisory_lock(1)) select * from x",
                "update users set email = email where pg_advisory_lock(id) is null",
                "select pg_advisory_unlock_all()",
                "select set_config('search_path', 'other', false)",
                "select set_config('search_path', 'other', 'f'::boolean)",
                "insert into users (email) select pg_catalog.set_config('search_path', 'other', FALSE)"
            })
    void whatStaysOnTheConnectionIsRefusedBeforeItIsSent(String sql) {
        assertThatExceptionOfType(SessionStateException.class)
                .isThrownBy(() -> mapper.sql(sql).execute().block())
                .withMessageContaining("would stay on the pooled connection");
        assertThatExceptionOfType(SessionStateException.class)
                .isThrownBy(() -> mapper.transactional(
                                Mono.defer(() -> mapper.sql(sql).execute()))
                        .block());
        assertThat(recorder.texts()).doesNotContain(sql);
        assertThat(session()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set local search_path to other",
                "set transaction read only",
                "set constraints all deferred",
                "select set_config('search_path', 'other', true)",
                "select pg_advisory_xact_lock(1)",
                "create temp table t (id int) on commit drop",
                "create temporary table t on commit drop as select 1",
                "declare c cursor for select 1",
                "update users set email = 'set search_path to other; listen x; pg_advisory_lock(1)' /*"
                        + " reset all */ where id = 1",
                "notify news"
            })
    void whatEndsWithTheTransactionRunsAndCostsNothing(String sql) {
        mapper.transactional(mapper.sql(sql).execute()).block();

        assertThat(recorder.texts()).containsExactly("BEGIN", sql, "COMMIT");
        assertThat(session()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do $$ begin set search_path to other; end $$",
                "DO $$ begin execute 'set statement_timeout = 1000'; end $$",
                "do $$ begin perform set_config('app.tenant', 'a', false); perform pg_advisory_lock(7); end $$",
                "do $$ begin execute 'listen news'; create temp table left_over (id int); end $$",
                "do $$ begin execute 'declare c cursor with hold for select 1'; end $$",
                "call go_away()",
                "call go_away_and_commit()",
                "select go_elsewhere('other')",
                "select set_tenant('a')",
                "select public.lock_up(8)",
                "select \"lock_up\" (8)",
                "with x as (select set_tenant('a')) select * from x",
                "select set_config('search_path', 'other', 1 = 2)",
                "select set_config('search_path', 'other', not true)",
                "select U&\"set\\005fconfig\"('search_path', 'other', false)",
                "create table copied as select set_tenant('a')",
                "explain analyze select set_tenant('a')",
                "update users set email = email where set_tenant(email)",
                "insert into users (email) select go_elsewhere('other') returning id"
            })
    void whatCannotBeSeenIsResetBeforeTheConnectionGoesBack(String sql) {
        try {
            mapper.sql(sql).execute().block();
            assertThat(session()).isEqualTo(before);
            assertThat(recorder.texts()).first().isEqualTo(sql);
            assertThat(recorder.texts().get(1)).contains("RESET ALL");
        } finally {
            database.postgres().execute("drop table if exists copied");
        }
    }

    @Test
    void aBoundArgumentIsNotSeenAndReset() {
        mapper.sql("select set_config('search_path', 'other', :local)")
                .bind("local", false)
                .map(row -> "read")
                .all()
                .blockLast();

        assertThat(session()).isEqualTo(before);
    }

    @Test
    void conditionsOfTypedStatementsAreTreatedAlike() {
        var refused = RawSql.unsafeSql("pg_advisory_lock(id) is not null");
        assertThatExceptionOfType(SessionStateException.class).isThrownBy(refused::<User>condition);

        var hidden = RawSql.unsafeSql("set_tenant('a')").<User>condition();
        mapper.from(User.class).where(hidden).all().blockLast();
        assertThat(session()).isEqualTo(before);
        mapper.from(User.class).where(hidden).count().block();
        assertThat(session()).isEqualTo(before);
        mapper.from(User.class).where(hidden).orderBy(User_.ID.asc()).stream(1).blockLast();
        assertThat(session()).isEqualTo(before);
        mapper.update(User.class)
                .set(User_.EMAIL.set("x"))
                .where(hidden)
                .execute()
                .block();
        assertThat(session()).isEqualTo(before);
    }

    @Test
    void aTransactionKeepsItsSettingsAndTheNextOneHasThemNot() {
        Mono<String> work = mapper.sql("select set_tenant('a')")
                .execute()
                .then(mapper.sql("select current_setting('app.tenant') as tenant")
                        .map(row -> row.get("tenant", String.class))
                        .one());

        assertThat(mapper.transactional(work).block()).isEqualTo("a");
        assertThat(session()).isEqualTo(before);
        assertThat(mapper.transactional(mapper.transactional(work)).block()).isEqualTo("a");
        assertThat(session()).isEqualTo(before);
    }

    @Test
    void aFailureOrACancelLeavesNothingEither() {
        Mono<Long> lock = mapper.sql("select lock_up(9)").execute();
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> mapper.transactional(
                                lock.then(mapper.sql("select 1/0").execute()))
                        .block());
        assertThat(session()).isEqualTo(before);

        Disposable running = mapper.transactional(
                        lock.then(mapper.sql("select pg_sleep(20)").execute()))
                .subscribe();
        Await.await(
                Duration.ofSeconds(20),
                () -> database.postgres().sessions().stream()
                        .anyMatch(each -> each.isBusy() && each.query().contains("pg_sleep")),
                () -> "the statement does not run");
        running.dispose();
        assertThat(session().replaceFirst("\\d+", "")).isEqualTo(before.replaceFirst("\\d+", ""));
    }

    @Test
    void knownFunctionsCostNoReset() {
        mapper.sql("select lower(email), count(*) filter (where id in (1, 2)) from users where coalesce(id,"
                        + " 1) > 0 group by lower(email)")
                .execute()
                .block();
        mapper.sql("insert into users (email) values ('a') on conflict (id) do nothing")
                .execute()
                .block();
        mapper.sql("with x (a, b) as (select 1, now()::timestamp(3)) select row_number() over (order by a) from x")
                .execute()
                .block();

        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void aConnectionOfAnotherPoolIsClosedSinceItMayHaveBegunWithSettings() {
        ConnectionPool pool = database.watch(new ConnectionPool(ConnectionPoolConfiguration.builder(
                        new PostgresqlConnectionFactory(database.configuration().build()))
                .initialSize(0)
                .maxSize(1)
                .build()));
        ReactiveMapper other = ReactiveMapper.create(pool);
        String first = session(other);

        other.sql("select go_elsewhere('other')").execute().block();

        String second = session(other);
        assertThat(second).isNotEqualTo(first);
        assertThat(second.replaceFirst("\\d+", "")).isEqualTo(first.replaceFirst("\\d+", ""));
    }

    @Test
    void aPlainFactoryIsTreatedAlike() {
        ReactiveMapper plain = ReactiveMapper.create(
                new PostgresqlConnectionFactory(database.configuration().build()));

        plain.sql("select go_elsewhere('other')").execute().block();

        assertThat(plain.find(User.class, 1L).block().email()).isEqualTo("user1@example.org");
    }
}
