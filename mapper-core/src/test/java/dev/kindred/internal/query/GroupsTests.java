package dev.kindred.internal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.MappingException;
import dev.kindred.model.GroupValue;
import dev.kindred.query.GroupedRow;
import dev.kindred.support.Profile_;
import dev.kindred.support.Rendered;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupsTests {

    private static final GroupValue<User, Long> COUNT = User_.MODEL.count();
    private static final GroupValue<User, @Nullable BigDecimal> LOGINS = User_.LOGINS.sum();
    private static final Groups<User> BY_NAME =
            new Groups<>(SelectQuery.of(User_.MODEL), List.of(User_.NICKNAME), List.of(COUNT, LOGINS), null);

    @Test
    void groupsAreReadWithTheirValues() {
        Rendered.of(BY_NAME.with(User_.LOGINS.avg())
                        .with(User_.EMAIL.min())
                        .with(User_.ID.max())
                        .toGrouping())
                .is("SELECT \"nickname\", count(*), sum(\"logins\")::numeric, avg(\"logins\")::numeric,"
                        + " min(\"email\"), max(\"id\")"
                        + " FROM \"users\" GROUP BY \"nickname\"");
    }

    @Test
    void conditionsOnRowsComeBeforeThoseOnGroups() {
        Groups<User> some = BY_NAME.of(SelectQuery.of(User_.MODEL)
                .where(User_.EMAIL.eq("a"))
                .orderBy(COUNT.desc(), User_.NICKNAME.asc())
                .limit(3));

        Rendered.of(some.having(COUNT.gt(2L).or(LOGINS.le(BigDecimal.ONE)))
                        .having(COUNT.ne(7L).not())
                        .toGrouping())
                .is(
                        "SELECT \"nickname\", count(*), sum(\"logins\")::numeric FROM \"users\" WHERE \"email\" = $1"
                                + " GROUP BY \"nickname\" HAVING (count(*) > $2 OR sum(\"logins\")::numeric <="
                                + " $3) AND NOT (count(*) <> $4)"
                                + " ORDER BY count(*) DESC, \"nickname\" ASC LIMIT $5",
                        "a",
                        2L,
                        BigDecimal.ONE,
                        7L,
                        3L);
    }

    @Test
    void conditionsOnRelationsQualifyEveryColumn() {
        Rendered.of(BY_NAME.of(SelectQuery.of(User_.MODEL).has(User_.PROFILE).orderBy(LOGINS.asc()))
                        .having(LOGINS.gt(BigDecimal.ONE))
                        .toGrouping())
                .is(
                        "SELECT \"t0\".\"nickname\", count(*), sum(\"t0\".\"logins\")::numeric FROM \"users\" AS"
                                + " \"t0\" WHERE EXISTS"
                                + " (SELECT 1 FROM \"profiles\" AS \"t1\" WHERE \"t1\".\"user_id\" = \"t0\".\"id\")"
                                + " GROUP BY \"t0\".\"nickname\" HAVING sum(\"t0\".\"logins\")::numeric > $1"
                                + " ORDER BY sum(\"t0\".\"logins\")::numeric ASC",
                        BigDecimal.ONE);
    }

    @Test
    void whatGroupsDoNotHaveIsRefused() {
        SelectQuery<User> users = SelectQuery.of(User_.MODEL);

        refused(
                users.orderBy(User_.EMAIL.asc()),
                "sorts by a value that can differ within a group. Sort by [User.nickname]");
        refused(users.orderBy(User_.PROFILE.count().desc()), "sorts by a value that can differ within a group");
        refused(users.forUpdate(), "has a lock");
        refused(users.forShare(), "has a lock");
        refused(users.preload(User_.PROFILE), "Leave out preload(..) before groupBy(..)");
        refused(users.select(User_.EMAIL), "Leave out select(..) before groupBy(..)");
    }

    @Test
    void anOrderByAValueOfGroupsIsRefusedWithoutGroups() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(
                        () -> SelectQuery.of(User_.MODEL).orderBy(COUNT.desc()).toSelect())
                .withMessageContaining("groupBy(..)");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> User_.PROFILE.exists(
                        profile -> profile.orderBy(Profile_.MODEL.count().asc())))
                .withMessageContaining("Sort by a column");
    }

    private static void refused(SelectQuery<User> query, String message) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> BY_NAME.of(query).toGrouping())
                .withMessageStartingWith("The query for groups of User")
                .withMessageContaining(message);
    }

    @Test
    void keysAndValuesAreFoundInARow() {
        GroupedRow<User> row = new DefaultGroupedRow<>(BY_NAME, Arrays.asList(null, 3L, BigDecimal.TEN));

        assertThat(row.getOrNull(User_.NICKNAME)).isNull();
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> row.get(User_.NICKNAME))
                .withMessage("The value of User.nickname is null in a group. Read it with getOrNull(..).");
        assertThat(row.get(COUNT)).isEqualTo(3L);
        assertThat(row.get(User_.LOGINS.sum())).isEqualTo(BigDecimal.TEN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.get(User_.EMAIL))
                .withMessage("The groups do not have User.email; they have [User.nickname] and [COUNT, SUM of logins]."
                        + " Add it to"
                        + " groupBy(..) or with(..).");
        assertThatIllegalArgumentException().isThrownBy(() -> row.get(User_.LOGINS.avg()));
    }
}
