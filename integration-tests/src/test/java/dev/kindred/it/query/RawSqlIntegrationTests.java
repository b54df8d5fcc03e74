package dev.kindred.it.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.MappingException;
import dev.kindred.error.NonUniqueResultException;
import dev.kindred.error.StatementException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.type.SqlTypes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RawSqlIntegrationTests {

    private static final String HOSTILE = "'; drop table users; -- $1 :x \" \\ ? $$";

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(3));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    private record Line(String name, Long letters) {}

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void rowsBecomeEntitiesWithLiveHandlesWhateverTheOrderOfTheColumns() {
        List<User> users = mapper.sql("select 1 as more, email, id from users where id > :id order by id")
                .bind("id", 1L)
                .as(User.class)
                .all()
                .collectList()
                .block();

        assertThat(users).map(User::id).containsExactly(2L, 3L);
        assertThat(Flux.fromIterable(users)
                        .flatMap(User::profile)
                        .map(Profile::name)
                        .collectList()
                        .block())
                .containsExactlyInAnyOrder("name 2", "name 3");
        assertThat(recorder.texts())
                .containsExactly(
                        "select 1 as more, email, id from users where id > $1 order by id",
                        "SELECT \"id\", \"user_id\", \"name\", \"telephone\", \"locale\" FROM \"profiles\" WHERE"
                                + " \"user_id\" = ANY($1) ORDER BY \"id\" ASC");
    }

    @Test
    void rowsBecomeWhateverAFunctionMakesOfThem() {
        List<Line> lines = mapper.sql(
                        "select name, count(*) as letters from profiles, generate_series(1, :n) where name <>"
                                + " :not group by name order by name")
                .bind("n", 2)
                .bind("not", "name 2")
                .map(row -> new Line(row.get("name", String.class), row.get("letters", Long.class)))
                .all()
                .collectList()
                .block();

        assertThat(lines).containsExactly(new Line("name 1", 2L), new Line("name 3", 2L));
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void statementsThatChangeRowsReturnTheirNumber() {
        assertThat(mapper.sql("update profiles set telephone = :telephone where id < :id")
                        .bindNull("telephone", String.class)
                        .bind("id", SqlTypes.LONG, 3L)
                        .execute()
                        .block())
                .isEqualTo(2);
        assertThat(mapper.sql("select telephone from profiles order by id")
                        .map(row -> String.valueOf(row.getOrNull("telephone", String.class)))
                        .all()
                        .collectList()
                        .block())
                .containsExactly("null", "null", "555-3");
        assertThat(mapper.sql("insert into users (email) values (:email) returning *")
                        .bind("email", HOSTILE)
                        .as(User.class)
                        .one()
                        .map(User::email)
                        .block())
                .isEqualTo(HOSTILE);
        assertThat(mapper.sql("delete from avatars").execute().block()).isEqualTo(3);
    }

    @Test
    void nothingRunsBeforeASubscriptionAndEachRunsAgain() {
        Mono<Long> change = mapper.sql("delete from avatars").execute();
        assertThat(recorder.count()).isZero();

        assertThat(change.block()).isEqualTo(3);
        assertThat(change.block()).isZero();
    }

    @Test
    void statementsRunInTheTransactionOfTheSubscriber() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> mapper.sql("delete from avatars")
                        .execute()
                        .then(Mono.error(new IllegalStateException("no")))
                        .as(mapper::transactional)
                        .block());

        assertThat(mapper.sql("select count(*) as n from avatars")
                        .map(row -> row.get("n", Long.class))
                        .one()
                        .block())
                .isEqualTo(3);
    }

    @Test
    void hostileValuesStayValues() {
        assertThat(mapper.sql("select :v as v, ':v' as text, $$:v$$ as dollars, '{\"a\":1}'::jsonb ? :k as has,"
                                + " 'x'::text = :v as same")
                        .bind("v", HOSTILE)
                        .bind("k", "a")
                        .map(row -> row.get("v", String.class)
                                + row.get("text", String.class)
                                + row.get("dollars", String.class)
                                + row.get("has", Boolean.class)
                                + row.get("same", Boolean.class))
                        .one()
                        .block())
                .isEqualTo(HOSTILE + ":v:vtruefalse");
        assertThat(recorder.texts()).noneMatch(text -> text.contains("drop"));
        assertThat(mapper.from(User.class).count().block()).isEqualTo(3);
    }

    @Test
    void valuesOfManyTypesComeBackAsTheyWent() {
        UUID uuid = UUID.randomUUID();
        Instant now = Instant.parse("2026-01-02T03:04:05.678901Z");
        assertThat(mapper.sql("select :a as a, :b as b, :c as c, :d as d where 3 = any(:d) and :e::text is null")
                        .bind("a", uuid)
                        .bind("b", now)
                        .bind("c", 1.5)
                        .bind("d", SqlTypes.list(SqlTypes.INTEGER), List.of(2, 3))
                        .bindNull("e", String.class)
                        .map(row -> List.of(
                                row.get("a", UUID.class),
                                row.get("b", Instant.class),
                                row.get("c", double.class),
                                row.get("d", SqlTypes.list(SqlTypes.INTEGER))))
                        .one()
                        .block())
                .containsExactly(uuid, now, 1.5, List.of(2, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1; drop table users",
                "begin",
                "/* x */ COMMIT",
                "-- x\nrollback",
                "savepoint a",
                "copy users from stdin"
            })
    void moreThanAStatementAndTransactionsAreRejectedBeforeAnythingIsSent(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> mapper.sql(text));
        assertThat(recorder.count()).isZero();
    }

    @Test
    void namesWithoutAValueAreRejectedBeforeAnythingIsSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.sql("delete from users where id = :id").execute())
                .withMessageContaining("[id]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.sql("select :a").bind("b", 1));
        assertThat(recorder.count()).isZero();
    }

    @Test
    void columnsThatAreMissingOrThereTwiceAreErrorsThatNameThem() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() ->
                        mapper.sql("select id from users").as(User.class).all().blockLast())
                .withMessageContaining("no column email for User.email");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.sql("select * from users join profiles on user_id = users.id")
                        .as(User.class)
                        .all()
                        .blockLast())
                .withMessageContaining("more than one column id for User.id");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.sql("select id from users")
                        .map(row -> row.get("name", String.class))
                        .first()
                        .block())
                .withMessageContaining("no column name");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.sql("select null::text as n")
                        .map(row -> row.get("n", String.class))
                        .first()
                        .block())
                .withMessageContaining("getOrNull");
        assertThat(mapper.from(User.class).count().block()).isEqualTo(3);
    }

    @Test
    void errorsOfTheServerAndOfTheFunctionAreThoseOfTheResult() {
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> mapper.sql("select nothing").execute().block());
        assertThatExceptionOfType(UniqueViolationException.class)
                .isThrownBy(() -> mapper.sql("insert into users (id, email) values (1, :secret)")
                        .bind("secret", "canary")
                        .execute()
                        .block())
                .withMessageNotContaining("canary");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> mapper.sql("select 1 as a from users")
                        .map(row -> {
                            throw new IllegalStateException("mine");
                        })
                        .all()
                        .blockLast())
                .withMessageContaining("mine");
        assertThatExceptionOfType(NonUniqueResultException.class)
                .isThrownBy(() ->
                        mapper.sql("select * from users").as(User.class).one().block());
        assertThat(mapper.from(User.class).count().block()).isEqualTo(3);
    }
}
