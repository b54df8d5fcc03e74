package dev.kindred.internal.render.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.preload.AggregateStep;
import dev.kindred.internal.query.Aggregates;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.support.Profile_;
import dev.kindred.support.Rendered;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import dev.kindred.type.ComparisonOperator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelatedValueRenderingTests {

    private static final SelectQuery<User> IDS = SelectQuery.of(User_.MODEL).select(User_.ID);
    private static final String USERS = "SELECT \"t0\".\"id\" FROM \"users\" AS \"t0\" WHERE ";
    private static final String PROFILE = "FROM \"profiles\" AS \"t1\" WHERE \"t1\".\"user_id\" = \"t0\".\"id\"";

    @Test
    void countsAreComparedAsNumbers() {
        Rendered.of(IDS.has(User_.PROFILE, ComparisonOperator.GREATER_OR_EQUAL, 2))
                .is(USERS + "(SELECT count(*) " + PROFILE + ") >= $1", 2L);
        Rendered.of(IDS.whereHas(
                        User_.PROFILE,
                        profile -> profile.where(Profile_.NAME.eq("a")).orderBy(Profile_.ID.asc()),
                        ComparisonOperator.EQUAL,
                        0))
                .is(USERS + "(SELECT count(*) " + PROFILE + " AND \"t1\".\"name\" = $1) = $2", "a", 0L);
    }

    @Test
    void atLeastOneIsAskedForWithoutCounting() {
        Rendered.of(IDS.has(User_.PROFILE, ComparisonOperator.GREATER_OR_EQUAL, 1))
                .is(USERS + "EXISTS (SELECT 1 " + PROFILE + ")");
        Rendered.of(IDS.has(User_.PROFILE, ComparisonOperator.LESS, 1))
                .is(USERS + "NOT EXISTS (SELECT 1 " + PROFILE + ")");
    }

    @Test
    void rowsAreSortedByACount() {
        Rendered.of(IDS.orderBy(User_.PROFILE.count().desc(), User_.ID.asc()))
                .is("SELECT \"t0\".\"id\" FROM \"users\" AS \"t0\" ORDER BY (SELECT count(*) " + PROFILE
                        + ") DESC, \"t0\".\"id\" ASC");
    }

    @Test
    void valuesOfRelatedRowsAreReadAfterTheColumns() {
        Rendered.of(IDS.where(User_.EMAIL.eq("a"))
                        .toSelect()
                        .with(List.of(
                                Nodes.of(User_.PROFILE.count()),
                                Nodes.of(User_.PROFILE.existence(profile -> profile.where(Profile_.NAME.eq("n")))),
                                Nodes.of(User_.PROFILE.sum(Profile_.ID)),
                                Nodes.of(User_.PROFILE.sumAsLong(Profile_.ID)),
                                Nodes.of(User_.PROFILE.avg(Profile_.ID)),
                                Nodes.of(User_.PROFILE.avgAsDouble(Profile_.ID)),
                                Nodes.of(User_.PROFILE.min(Profile_.NAME)),
                                Nodes.of(User_.PROFILE.max(Profile_.ID)))))
                .is(
                        "SELECT \"t0\".\"id\", (SELECT count(*) " + PROFILE + "), EXISTS (SELECT 1 " + PROFILE
                                + " AND \"t1\".\"name\" = $1), (SELECT sum(\"t1\".\"id\")::numeric " + PROFILE
                                + "), (SELECT sum(\"t1\".\"id\")::int8 " + PROFILE
                                + "), (SELECT avg(\"t1\".\"id\")::numeric "
                                + PROFILE + "), (SELECT avg(\"t1\".\"id\")::float8 " + PROFILE
                                + "), (SELECT min(\"t1\".\"name\") " + PROFILE + "), (SELECT max(\"t1\".\"id\") "
                                + PROFILE
                                + ") FROM \"users\" AS \"t0\" WHERE \"t0\".\"email\" = $2",
                        "n",
                        "a");
    }

    @Test
    void rowsAreSortedByTheValueThatIsReadAnyway() {
        Rendered.of(IDS.orderBy(
                                User_.PROFILE.count().desc(),
                                User_.PROFILE.max(Profile_.ID).asc().nullsFirst())
                        .toSelect()
                        .with(List.of(Nodes.of(User_.PROFILE.count()))))
                .is("SELECT \"t0\".\"id\", (SELECT count(*) " + PROFILE + ") FROM \"users\" AS \"t0\" ORDER BY 2 DESC,"
                        + " (SELECT max(\"t1\".\"id\") " + PROFILE + ") ASC NULLS FIRST");
    }

    @Test
    void groupsAreReadByKeyInOneStatement() {
        KeyRows<User> keys = new KeyRows<>(List.of(User_.ID));
        keys.add(User.of(1L));
        keys.add(User.of(2L));
        List<AggregateStep<User>> steps = AggregateStep.of(Aggregates.of(List.of(
                User_.PROFILE.count(),
                User_.PROFILE.count(profile -> profile.has(Profile_.AVATAR)).as("pictured"),
                User_.PROFILE.existence(),
                User_.PROFILE.max(Profile_.NAME))));

        assertThat(steps).hasSize(2);
        Rendered.of(steps.get(0).statementFor(keys))
                .is(
                        "SELECT \"user_id\", count(*), count(*) > 0, max(\"name\") FROM \"profiles\" WHERE"
                                + " \"user_id\" = ANY($1)"
                                + " GROUP BY \"user_id\"",
                        List.of(1L, 2L));
        Rendered.of(steps.get(1).statementFor(keys))
                .is(
                        "SELECT \"t0\".\"user_id\", count(*) FROM \"profiles\" AS \"t0\" WHERE \"t0\".\"user_id\""
                                + " = ANY($1)"
                                + " AND EXISTS (SELECT 1 FROM \"avatars\" AS \"t1\" WHERE \"t1\".\"profile_id\" ="
                                + " \"t0\".\"id\")"
                                + " GROUP BY \"t0\".\"user_id\"",
                        List.of(1L, 2L));
    }
}
