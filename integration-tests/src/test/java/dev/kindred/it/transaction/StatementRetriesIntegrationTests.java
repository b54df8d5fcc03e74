package dev.kindred.it.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.StatementException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SharedWrites;
import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.reactor.spi.StatementExecution.Outcome;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Serialization failures of single statements, at an isolation level that has them. */
class StatementRetriesIntegrationTests {

    private static final int TIMES = 60;
    private static final int CALLERS = 8;

    /** A trigger refuses as often as the sequence says, with the SQLSTATE of a serialization failure. */
    private static final String REFUSALS = """
            create sequence refusals;
            create function refused() returns trigger language plpgsql as $$
            begin
                if nextval('refusals') <= 2 then
                    raise exception 'conflict' using errcode = tg_argv[0];
                end if;
                return new;
            end $$;
            create trigger refused before insert on profiles for each row execute function refused('40001');
            create trigger refused before insert on avatars for each row execute function refused('40P01');
            """;

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Schema.TABLES, REFUSALS)
            .resetBefore(Schema.EMPTY, "select setval('refusals', 100)", "insert into users (email) values ('0')");

    private final List<StatementExecution> sent = new CopyOnWriteArrayList<>();
    private ReactiveMapper retrying;

    @BeforeEach
    void mapper() {
        retrying = mapper(TIMES);
    }

    private ReactiveMapper mapper(int times) {
        return ReactiveMapper.builder(serializable())
                .retryStatements(times, Duration.ofMillis(1))
                .listener(sent::add)
                .build();
    }

    private static ConnectionPool serializable() {
        return database.watch(DatabaseExtension.patient(Connections.builder(
                        database.postgres().r2dbcUrl() + "?options=default_transaction_isolation=repeatable%20read"))
                .maxSize(CALLERS)
                .build());
    }

    private static Mono<Long> increment(ReactiveMapper mapper) {
        return mapper.sql("update users set email = (email::int + 1)::text where pg_sleep(0.02) is not null")
                .execute();
    }

    private static void refuseTwice() {
        database.postgres().execute("alter sequence refusals restart");
    }

    private List<Outcome> outcomes() {
        return sent.stream()
                .filter(each -> each.operation() != Operation.TRANSACTION)
                .map(StatementExecution::outcome)
                .toList();
    }

    /** The server refuses an update of a row that changed after the snapshot. */
    @Test
    void concurrentUpdatesAllSucceed() {
        long changed = Flux.range(0, CALLERS)
                .flatMap(i -> increment(retrying), CALLERS)
                .reduce(0L, Long::sum)
                .block();

        assertThat(changed).isEqualTo(CALLERS);
        assertThat(database.postgres().queryLong("select email::int from users"))
                .isEqualTo(CALLERS);
        assertThat(outcomes()).contains(Outcome.FAILED);
    }

    @Test
    void withoutTheOptionTheyFail() {
        ReactiveMapper plain = ReactiveMapper.create(serializable());

        assertThat(Flux.range(0, CALLERS)
                        .flatMap(
                                i -> increment(plain)
                                        .map(changed -> "changed")
                                        .onErrorResume(StatementException.class, error -> Mono.just(error.sqlState())),
                                CALLERS)
                        .collectList()
                        .block())
                .contains("changed", "40001");
    }

    @Test
    void aWriteIsRepeatedUntilItSucceeds() {
        refuseTwice();

        assertThat(retrying.insert(Profile.of(1L, "new")).block().name()).isEqualTo("new");

        assertThat(outcomes()).containsExactly(Outcome.FAILED, Outcome.FAILED, Outcome.COMPLETED);
        assertThat(database.postgres().queryLong("select count(*) from profiles"))
                .isEqualTo(1);
    }

    @Test
    void aWriteIsNotRepeatedMoreOften() {
        refuseTwice();

        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> mapper(1).insert(Profile.of(1L, "new")).block());

        assertThat(outcomes()).containsExactly(Outcome.FAILED, Outcome.FAILED);
    }

    @Test
    void aDeadlockIsRepeatedAndOtherRefusalsAreNot() {
        refuseTwice();
        assertThat(retrying.sql("insert into avatars (url) values (:url)")
                        .bind("url", "a")
                        .execute()
                        .block())
                .isEqualTo(1);
        assertThat(outcomes()).containsExactly(Outcome.FAILED, Outcome.FAILED, Outcome.COMPLETED);
        sent.clear();

        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> retrying.sql("select 1/0").execute().block());
        assertThat(outcomes()).containsExactly(Outcome.FAILED);
    }

    /** It has a transaction of its own, which is repeated as a whole. */
    @Test
    void anOperationWithSeveralStatementsIsRepeated() {
        refuseTwice();

        assertThat(retrying.insertAll(Flux.just(User.of("parent")), User_.PROFILE, user -> Profile.of(null, "child"))
                        .count()
                        .block())
                .isEqualTo(1);

        assertThat(database.postgres().queryLong("select count(*) from users")).isEqualTo(2);
        assertThat(database.postgres().queryLong("select count(*) from profiles"))
                .isEqualTo(1);
    }

    @Test
    void copiesAndRelationsAreRepeated() {
        refuseTwice();
        assertThat(retrying.copyIn(Flux.just(Profile.of(1L, "copied"))).block()).isEqualTo(1);
        database.postgres().execute("delete from profiles");
        refuseTwice();

        assertThat(retrying.get(User.class, 1L)
                        .flatMap(user -> retrying.related(user, User_.PROFILE).create(Profile_.NAME.set("created")))
                        .block()
                        .name())
                .isEqualTo("created");
    }

    @Test
    void sharedWritesAreRepeated() {
        ReactiveMapper sharing = ReactiveMapper.builder(serializable())
                .sharedWrites(SharedWrites.WHEN_BUSY)
                .retryStatements(TIMES, Duration.ofMillis(1))
                .build();
        refuseTwice();

        assertThat(Flux.range(0, 100)
                        .flatMap(i -> sharing.insert(Profile.of(null, "shared")), 100)
                        .count()
                        .block())
                .isEqualTo(100);
        assertThat(database.postgres().queryLong("select count(*) from profiles"))
                .isEqualTo(100);
    }

    /** The application decides whether its work may be repeated. */
    @Test
    void aTransactionOfTheApplicationIsNotRepeated() {
        refuseTwice();

        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> retrying.transactional(retrying.insert(Profile.of(1L, "new")))
                        .block());

        assertThat(outcomes()).containsExactly(Outcome.FAILED);
    }

    @Test
    void theValuesAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReactiveMapper.builder(database.pool()).retryStatements(0, Duration.ofMillis(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReactiveMapper.builder(database.pool()).retryStatements(1, Duration.ZERO));
    }
}
