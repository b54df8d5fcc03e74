package dev.kindred.internal.render.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.query.Columns;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Count;
import dev.kindred.internal.sql.Delete;
import dev.kindred.internal.sql.Exists;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Insert;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.Update;
import dev.kindred.model.Assignment;
import dev.kindred.support.Rendered;
import dev.kindred.support.Room_;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import dev.kindred.type.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementRenderingTests {

    private static final SelectQuery<User> USERS = SelectQuery.of(User_.MODEL);
    private static final SelectQuery<User> SOME = USERS.where(User_.EMAIL.eq("a@example.org"))
            .orWhere(User_.LOGINS.gt(3))
            .orderBy(User_.ID.asc());

    private static SetColumn set(Assignment<User> assignment) {
        return new SetColumn(
                Columns.reference(assignment.column()),
                new Parameter(assignment.column().type(), assignment.value()));
    }

    @Test
    void selectListsTheColumnsInTheOrderOfTheModel() {
        Rendered.of(USERS).is("SELECT \"id\", \"email\", \"nickname\", \"logins\" FROM \"users\"");
    }

    @Test
    void selectQualifiesTheTableWhenItHasASchema() {
        Rendered.of(SelectQuery.of(Room_.MODEL)).is("SELECT \"house\", \"number\", \"code\" FROM \"hotel\".\"rooms\"");
    }

    @Test
    void selectWritesItsClausesInOneOrderWhateverTheOrderOfTheSteps() {
        String text = "SELECT \"id\" FROM \"users\" WHERE \"email\" = $1 ORDER BY \"id\" DESC LIMIT $2 OFFSET $3";

        Rendered.of(USERS.select(User_.ID)
                        .where(User_.EMAIL.eq("a"))
                        .orderBy(User_.ID.desc())
                        .limit(10)
                        .offset(20))
                .is(text, "a", 10L, 20L);
        Rendered.of(USERS.offset(20)
                        .limit(10)
                        .orderBy(User_.ID.desc())
                        .where(User_.EMAIL.eq("a"))
                        .select(User_.ID))
                .is(text, "a", 10L, 20L);
    }

    @Test
    void limitAndOffsetAreBoundAsBigintEachWithoutTheOther() {
        Rendered.of(USERS.select(User_.ID).limit(0)).is("SELECT \"id\" FROM \"users\" LIMIT $1", 0L);
        Rendered.of(USERS.select(User_.ID).offset(Long.MAX_VALUE))
                .is("SELECT \"id\" FROM \"users\" OFFSET $1", Long.MAX_VALUE);

        assertThat(new PostgresRenderer()
                        .render(USERS.limit(1).offset(2).toSelect())
                        .parameters())
                .extracting(Parameter::type)
                .containsExactly(SqlTypes.LONG, SqlTypes.LONG);
    }

    @Test
    void ordersSayWhereNullsGoOnlyWhenAsked() {
        Rendered.of(USERS.select(User_.ID)
                        .orderBy(User_.NICKNAME.asc(), User_.EMAIL.desc())
                        .orderBy(
                                User_.LOGINS.asc().nullsFirst(), User_.ID.desc().nullsLast()))
                .is("SELECT \"id\" FROM \"users\" ORDER BY \"nickname\" ASC, \"email\" DESC,"
                        + " \"logins\" ASC NULLS FIRST, \"id\" DESC NULLS LAST");
    }

    @Test
    void countLeavesOutColumnsAndOrder() {
        Rendered.of(new Count(SOME.toSelect()))
                .is("SELECT count(*) FROM \"users\" WHERE \"email\" = $1 OR \"logins\" > $2", "a@example.org", 3);
        Rendered.of(new Count(USERS.toSelect())).is("SELECT count(*) FROM \"users\"");
    }

    @Test
    void countOfAPageCountsTheRowsOfThePage() {
        Rendered.of(new Count(SOME.limit(10).offset(20).toSelect()))
                .is(
                        "SELECT count(*) FROM (SELECT 1 FROM \"users\" WHERE \"email\" = $1 OR \"logins\" > $2"
                                + " LIMIT $3 OFFSET $4) AS \"page\"",
                        "a@example.org",
                        3,
                        10L,
                        20L);
        Rendered.of(new Count(USERS.offset(5).toSelect()))
                .is("SELECT count(*) FROM (SELECT 1 FROM \"users\" OFFSET $1) AS \"page\"", 5L);
    }

    @Test
    void existsLeavesOutColumnsAndOrder() {
        Rendered.of(new Exists(SOME.toSelect()))
                .is(
                        "SELECT EXISTS (SELECT 1 FROM \"users\" WHERE \"email\" = $1 OR \"logins\" > $2)",
                        "a@example.org",
                        3);
        Rendered.of(new Exists(USERS.limit(1).offset(9).toSelect()))
                .is("SELECT EXISTS (SELECT 1 FROM \"users\" LIMIT $1 OFFSET $2)", 1L, 9L);
    }

    @Test
    void insertNamesTheColumnsItGivesAValueAndReadsBackTheOnesAskedFor() {
        Rendered.of(new Insert(
                        Nodes.of(User_.MODEL).table(),
                        List.of(set(User_.EMAIL.set("a")), set(User_.NICKNAME.set(null)), set(User_.LOGINS.set(0))),
                        Columns.references(User_.MODEL)))
                .is(
                        "INSERT INTO \"users\" (\"email\", \"nickname\", \"logins\") VALUES ($1, $2, $3)"
                                + " RETURNING \"id\", \"email\", \"nickname\", \"logins\"",
                        "a",
                        null,
                        0);
    }

    @Test
    void insertWithoutValuesTakesTheDefaults() {
        Rendered.of(new Insert(Nodes.of(User_.MODEL).table(), List.of(), List.of(Columns.reference(User_.ID))))
                .is("INSERT INTO \"users\" DEFAULT VALUES RETURNING \"id\"");
    }

    @Test
    void insertReadsNothingBackUnlessAsked() {
        Rendered.of(new Insert(Nodes.of(Room_.MODEL).table(), List.of(), List.of()))
                .is("INSERT INTO \"hotel\".\"rooms\" DEFAULT VALUES");
    }

    @Test
    void updateNumbersTheValuesBeforeTheCondition() {
        Rendered.of(new Update(
                        Nodes.of(User_.MODEL).table(),
                        List.of(set(User_.EMAIL.set("a")), set(User_.NICKNAME.set(null))),
                        Nodes.of(User_.ID.eq(7L).and(User_.LOGINS.lt(9))),
                        List.of(Columns.reference(User_.ID), Columns.reference(User_.EMAIL))))
                .is(
                        "UPDATE \"users\" SET \"email\" = $1, \"nickname\" = $2 WHERE \"id\" = $3 AND \"logins\" < $4"
                                + " RETURNING \"id\", \"email\"",
                        "a",
                        null,
                        7L,
                        9);
    }

    @Test
    void updateReadsNothingBackUnlessAsked() {
        Rendered.of(new Update(
                        Nodes.of(User_.MODEL).table(),
                        List.of(set(User_.EMAIL.set("a"))),
                        Nodes.of(User_.EMAIL.isNull()),
                        List.of()))
                .is("UPDATE \"users\" SET \"email\" = $1 WHERE \"email\" IS NULL", "a");
    }

    @Test
    void deleteAlwaysHasACondition() {
        Rendered.of(new Delete(Nodes.of(User_.MODEL).table(), Nodes.of(User_.ID.eq(7L))))
                .is("DELETE FROM \"users\" WHERE \"id\" = $1", 7L);
        Rendered.of(new Delete(Nodes.of(User_.MODEL).table(), Nodes.of(User_.ID.in(List.of()))))
                .is("DELETE FROM \"users\" WHERE false");
    }

    @Test
    void namesAreQuotedWhereverTheyStand() {
        ColumnReference column = new ColumnReference("a\"b", SqlTypes.STRING);
        TableName table = new TableName("s\".\"x", "t;--");
        SetColumn value = new SetColumn(column, new Parameter(SqlTypes.STRING, "v"));

        Rendered.of(new Select(table, List.of(column), null, List.of(), Select.Page.ALL))
                .is("SELECT \"a\"\"b\" FROM \"s\"\".\"\"x\".\"t;--\"");
        Rendered.of(new Insert(table, List.of(value), List.of(column)))
                .is("INSERT INTO \"s\"\".\"\"x\".\"t;--\" (\"a\"\"b\") VALUES ($1) RETURNING \"a\"\"b\"", "v");
        Rendered.of(new Update(
                        table, List.of(value), new dev.kindred.internal.sql.Predicate.IsNull(column), List.of(column)))
                .is(
                        "UPDATE \"s\"\".\"\"x\".\"t;--\" SET \"a\"\"b\" = $1 WHERE \"a\"\"b\" IS NULL RETURNING"
                                + " \"a\"\"b\"",
                        "v");
    }

    @Test
    void theTextOfARenderedStatementIsItsToString() {
        assertThat(new PostgresRenderer()
                        .render(USERS.where(User_.EMAIL.eq("secret")).toSelect()))
                .asString()
                .isEqualTo("SELECT \"id\", \"email\", \"nickname\", \"logins\" FROM \"users\" WHERE \"email\" = $1");
    }
}
