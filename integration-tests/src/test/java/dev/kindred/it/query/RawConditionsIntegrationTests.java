package dev.kindred.it.query;

import static dev.kindred.model.RawSql.unsafeSql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Conditions with raw SQL, or with the values of another query. */
class RawConditionsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(3));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void conditionsStandInParenthesesBesideTheOthers() {
        List<User> users = mapper.from(User.class)
                .where(User_.ID.ge(2L))
                .where(unsafeSql("length(\"email\") = :n or email like :p -- or")
                        .bind("n", 1)
                        .bind("p", "user3%")
                        .condition())
                .where(User_.ID.le(3L))
                .all()
                .collectList()
                .block();

        assertThat(users).map(User::id).containsExactly(3L);
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"id\", \"email\" FROM \"users\" WHERE \"id\" >= $1 AND (length(\"email\") = $2"
                                + " or email like $3 -- or\n) AND \"id\" <= $4");
    }

    @Test
    void conditionsHoldInPreloadsFiltersUpdatesAndDeletes() {
        assertThat(mapper.from(User.class)
                        .whereHas(
                                User_.PROFILE,
                                profile -> profile.where(unsafeSql("name = :n")
                                        .bind("n", "name 2")
                                        .condition()))
                        .preload(
                                User_.PROFILE,
                                profile -> profile.where(unsafeSql("telephone like :t")
                                                .bind("t", "555%")
                                                .condition())
                                        .joined())
                        .one()
                        .flatMap(User::profile)
                        .map(Profile::name)
                        .block())
                .isEqualTo("name 2");
        assertThat(mapper.delete(Profile.class)
                        .where(unsafeSql("name <> :n").bind("n", "name 2").condition())
                        .execute()
                        .block())
                .isEqualTo(2);
    }

    @Test
    void columnsAreLookedForAmongTheValuesOfAQuery() {
        database.postgres().execute("insert into profiles (user_id, name) values (null, 'nobody')");
        var withTwo = mapper.from(Profile.class).where(Profile_.NAME.ne("name 2"));

        assertThat(ids(User_.ID.in(withTwo.values(Profile_.USER_ID)))).containsExactly(1L, 3L);
        assertThat(ids(User_.ID.notIn(withTwo.values(Profile_.USER_ID)))).containsExactly(2L);
        assertThat(ids(User_.ID.in(withTwo.orderBy(Profile_.ID.desc()).limit(2).values(Profile_.USER_ID))))
                .containsExactly(3L);
        assertThat(ids(User_.ID.in(mapper.from(Profile.class)
                        .where(Profile_.USER.exists(user -> user.where(User_.ID.eq(2L))))
                        .values(Profile_.USER_ID))))
                .containsExactly(2L);
        assertThat(recorder.texts())
                .map(text -> text.substring(text.indexOf("WHERE")))
                .containsExactly(
                        "WHERE (\"id\") IN (SELECT \"user_id\" FROM \"profiles\" WHERE \"name\" <> $1) ORDER BY"
                                + " \"id\" ASC",
                        "WHERE NOT ((\"id\") IN (SELECT \"user_id\" FROM \"profiles\" WHERE \"name\" <> $1 AND"
                                + " \"user_id\" IS NOT NULL)) AND \"id\" IS NOT NULL ORDER BY \"id\" ASC",
                        "WHERE (\"id\") IN (SELECT \"user_id\" FROM \"profiles\" WHERE \"name\" <> $1 ORDER BY"
                                + " \"id\" DESC"
                                + " LIMIT $2) ORDER BY \"id\" ASC",
                        "WHERE (\"id\") IN (SELECT \"t0\".\"user_id\" FROM \"profiles\" AS \"t0\" WHERE EXISTS"
                                + " (SELECT 1"
                                + " FROM \"users\" AS \"t1\" WHERE \"t1\".\"id\" = \"t0\".\"user_id\" AND"
                                + " \"t1\".\"id\" = $1))"
                                + " ORDER BY \"id\" ASC");
    }

    private List<Long> ids(dev.kindred.model.Condition<User> condition) {
        return mapper.from(User.class)
                .where(condition)
                .orderBy(User_.ID.asc())
                .all()
                .map(User::id)
                .collectList()
                .block();
    }
}
