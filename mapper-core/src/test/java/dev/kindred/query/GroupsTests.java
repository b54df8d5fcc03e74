package dev.kindred.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.model.GroupValue;
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
                .is(
                        "SELECT \"nickname\", count(*), sum(\"logins\")::numeric, avg(\"logins\")::numeric, min(\"email\"), max(\"id\")"
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
                                + " GROUP BY \"nickname\" HAVING (count(*) > $2 OR sum(\"logins\")::numeric <= $3) AND NOT (count(*) <> $4)"
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
                        "SELECT \"t0\".\"nickname\", count(*), sum(\"t0\".\"logins\")::numeric FROM \"users\" AS \"t0\" WHERE EXISTS"
                                + " (SELECT 1 FROM \"profiles\" AS \"t1\" WHERE \"t1\".\"user_id\" = \"t0\".\"id\")"
                                + " GROUP BY \"t0\".\"nickname\" HAVING sum(\"t0\".\"logins\")::numeric > $1"
                                + " ORDER BY sum(\"t0\".\"logins\")::numeric ASC",
                        BigDecimal.ONE);
    }

    @Test
    void keysAndValuesAreFoundInARow() {
        GroupedRow<User> row = new GroupedRow<>(BY_NAME, Arrays.asList(null, 3L, BigDecimal.TEN));

        assertThat(row.get(User_.NICKNAME)).isNull();
        assertThat(row.get(COUNT)).isEqualTo(3L);
        assertThat(row.get(User_.LOGINS.sum())).isEqualTo(BigDecimal.TEN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.get(User_.EMAIL))
                .withMessage(
                        "The groups do not have User.email; they have [User.nickname] and [COUNT, SUM of logins]. Add it to"
                                + " groupBy(..) or with(..).");
        assertThatIllegalArgumentException().isThrownBy(() -> row.get(User_.LOGINS.avg()));
    }
}
