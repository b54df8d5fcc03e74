package dev.kindred.internal.render.postgres;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Insert;
import dev.kindred.internal.sql.InsertRows;
import dev.kindred.internal.sql.InsertWithChild;
import dev.kindred.internal.sql.OnConflict;
import dev.kindred.internal.sql.RowSource;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.Update;
import dev.kindred.internal.sql.UpdateRows;
import dev.kindred.support.Product_;
import dev.kindred.support.Rendered;
import dev.kindred.type.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManyRowsRenderingTests {

    private static final TableName TABLE = TableName.of("a\"b");
    private static final ColumnReference ID = new ColumnReference("id", SqlTypes.LONG);
    private static final ColumnReference NAME = new ColumnReference("na\"me", SqlTypes.STRING);
    private static final ColumnReference VERSION = new ColumnReference("version", SqlTypes.INTEGER);

    private static Parameter text(String value) {
        return new Parameter(SqlTypes.STRING, value);
    }

    private static RowSource tuples() {
        Parameter one = new Parameter(SqlTypes.LONG, 1L);
        Parameter two = new Parameter(SqlTypes.LONG, 2L);
        return new RowSource.Tuples(List.of(ID, NAME), List.of(List.of(one, text("a")), List.of(two, text("b"))));
    }

    @Test
    void tuplesAreInsertedAsValues() {
        Rendered.of(new InsertRows(TABLE, tuples(), null, List.of(ID)))
                .is(
                        "INSERT INTO \"a\"\"b\" (\"id\", \"na\"\"me\") VALUES ($1, $2), ($3, $4) RETURNING \"id\"",
                        1L,
                        "a",
                        2L,
                        "b");
    }

    @Test
    void tuplesAreUpdatedFromValues() {
        Rendered.of(new UpdateRows(TABLE, tuples(), List.of(ID), List.of(VERSION), List.of()))
                .is(
                        "UPDATE \"a\"\"b\" AS \"t\" SET \"na\"\"me\" = \"r\".\"c1\", \"version\" ="
                                + " \"t\".\"version\" + 1 FROM"
                                + " (VALUES ($1, $2), ($3, $4)) AS \"r\" (\"c0\", \"c1\") WHERE \"t\".\"id\" ="
                                + " \"r\".\"c0\"",
                        1L,
                        "a",
                        2L,
                        "b");
    }

    @Test
    void anUpdateOfAllRowsFailsUnlessTheirNumberIsReached() {
        Rendered.of(new UpdateRows(TABLE, tuples(), List.of(ID), List.of(VERSION), List.of(ID, NAME)).requiringAll())
                .is(
                        "WITH \"updated rows\" AS (UPDATE \"a\"\"b\" AS \"t\" SET \"na\"\"me\" = \"r\".\"c1\","
                                + " \"version\" = \"t\".\"version\" + 1 FROM (VALUES ($1, $2), ($3, $4)) AS \"r\""
                                + " (\"c0\", \"c1\") WHERE \"t\".\"id\" = \"r\".\"c0\" RETURNING \"t\".\"id\","
                                + " \"t\".\"na\"\"me\") SELECT \"id\", \"na\"\"me\" FROM \"updated rows\" WHERE"
                                + " (SELECT (CASE WHEN count(*) = $5 THEN '1' ELSE 'not all rows were updated'"
                                + " END)::int FROM \"updated rows\") = 1",
                        1L,
                        "a",
                        2L,
                        "b",
                        2L);
    }

    @Test
    void aConflictReplacesColumnsAndRaisesOthers() {
        Rendered.of(new Insert(
                        TABLE,
                        List.of(new SetColumn(NAME, text("a"))),
                        new OnConflict(List.of(ID), List.of(NAME), List.of(VERSION)),
                        List.of()))
                .is(
                        "INSERT INTO \"a\"\"b\" (\"na\"\"me\") VALUES ($1) ON CONFLICT (\"id\") DO UPDATE SET"
                                + " \"na\"\"me\" ="
                                + " EXCLUDED.\"na\"\"me\", \"version\" = \"a\"\"b\".\"version\" + 1",
                        "a");
    }

    @Test
    void anUpdateCanRaiseColumnsOfEveryRow() {
        Rendered.of(new Update(TABLE, List.of(), List.of(VERSION), null, List.of()))
                .is("UPDATE \"a\"\"b\" SET \"version\" = \"version\" + 1");
    }

    @Test
    void aPairReadsColumnsAsTheDriverNeedsThem() {
        Insert parent = new Insert(TABLE, List.of(), List.of(ID, Columns.reference(Product_.SIZE)));
        Insert child = new Insert(TableName.of("child"), List.of(), List.of(Columns.reference(Product_.SIZES)));
        Rendered.of(new InsertWithChild(parent, child, List.of(new InsertWithChild.CopiedKey(ID, VERSION))))
                .is("WITH \"parent\" AS (INSERT INTO \"a\"\"b\" DEFAULT VALUES RETURNING \"id\", \"size\"),"
                        + " \"child\" AS"
                        + " (INSERT INTO \"child\" (\"version\") SELECT \"parent\".\"id\" FROM \"parent\""
                        + " RETURNING"
                        + " \"sizes\") SELECT \"parent\".\"id\", \"parent\".\"size\"::text,"
                        + " \"child\".\"sizes\"::text[] FROM"
                        + " \"parent\", \"child\"");
    }

    @Test
    void aPairWithoutCastsReadsAllReturnedColumnsInTheirOrder() {
        Insert parent = new Insert(TABLE, List.of(), List.of(ID, NAME));
        Insert child = new Insert(TableName.of("child"), List.of(), List.of(NAME, VERSION));
        Rendered.of(new InsertWithChild(parent, child, List.of(new InsertWithChild.CopiedKey(ID, VERSION))))
                .is("WITH \"parent\" AS (INSERT INTO \"a\"\"b\" DEFAULT VALUES RETURNING \"id\", \"na\"\"me\"),"
                        + " \"child\" AS (INSERT INTO \"child\" (\"version\") SELECT \"parent\".\"id\" FROM"
                        + " \"parent\" RETURNING \"na\"\"me\", \"version\") SELECT * FROM \"parent\", \"child\"");
    }

    @Test
    void rowsOfUnequalWidthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RowSource.Tuples(List.of(ID, NAME), List.of(List.of(text("a")))));
        assertThatIllegalArgumentException().isThrownBy(() -> new RowSource.Arrays(List.of(ID), List.of(), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UpdateRows(TABLE, tuples(), List.of(VERSION), List.of(), List.of()));
        UpdateRows unread = new UpdateRows(TABLE, tuples(), List.of(ID), List.of(), List.of());
        assertThatIllegalArgumentException().isThrownBy(unread::requiringAll);
    }
}
