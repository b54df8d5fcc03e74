package dev.kindred.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.model.StoredColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.schema.Models.A;
import dev.kindred.schema.Models.B;
import dev.kindred.schema.Models.Draft;
import dev.kindred.type.SqlTypes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the relations of some entities add to the tables. */
class ReferencesTests {

    private static String ddl(Draft<?>... drafts) {
        return Schema.of(Stream.of(drafts).<EntityModel<?>>map(Draft::model).toList())
                .ddl();
    }

    private static Draft<A> a() {
        return new Draft<>(A.class, null, "a", null).id("id");
    }

    private static Draft<B> b() {
        return new Draft<>(B.class, null, "b", null).id("id");
    }

    private static List<String> lines(String ddl, String part) {
        return ddl.lines()
                .map(String::strip)
                .filter(line -> line.contains(part))
                .toList();
    }

    @Test
    void theChildOfAHasOneIsUnique() {
        Draft<B> b = b();
        Draft<A> a = a().hasOne(b::model, 1, null);
        b.pointsAt("a_id", a::model, null);

        assertThat(lines(ddl(a, b), "UNIQUE")).containsExactly("CONSTRAINT \"b_a_id_key\" UNIQUE (\"a_id\"),");
    }

    @Test
    void aChildWithSoftDeletesIsUniqueAmongTheRowsThatAreNotDeleted() {
        Draft<B> b = b();
        Draft<A> a = a().hasOne(b::model, 1, null);
        b.pointsAt("a_id", a::model, null)
                .column(
                        "deleted_at",
                        SqlTypes.INSTANT,
                        StoredColumn.PLAIN,
                        ColumnTrait.NULLABLE,
                        ColumnTrait.SOFT_DELETE);

        assertThat(ddl(a, b))
                .containsOnlyOnce("UNIQUE")
                .contains("CREATE UNIQUE INDEX \"b_a_id_key\" ON \"b\" (\"a_id\") WHERE \"deleted_at\" IS NULL;");
    }

    @Test
    void aForeignKeyWithoutAHasOneIsIndexedAndNotUnique() {
        Draft<A> a = a();

        assertThat(ddl(a, b().pointsAt("a_id", a::model, null)))
                .contains("CREATE INDEX \"b_a_id_idx\" ON \"b\" (\"a_id\");")
                .doesNotContain("UNIQUE");
    }

    @Test
    void bothSidesMayDeclareTheSameAction() {
        Draft<B> b = b();
        Draft<A> a = a().hasOne(b::model, 1, OnDelete.CASCADE);
        b.pointsAt("a_id", a::model, OnDelete.CASCADE);

        assertThat(ddl(a, b)).containsOnlyOnce("ON DELETE CASCADE");
    }

    @Test
    void theActionOfTheForeignKeyHoldsWithoutOneOnTheOtherSide() {
        Draft<B> b = b();
        Draft<A> a = a().hasOne(b::model, 1, null);
        b.pointsAt("a_id", a::model, OnDelete.RESTRICT);

        assertThat(ddl(a, b)).containsOnlyOnce("ON DELETE RESTRICT");
    }

    @Test
    void aColumnOutsideTheForeignKeyMayRefuseNull() {
        Draft<A> a = a();
        Draft<B> b =
                b().pointsAt("a_id", a::model, OnDelete.SET_NULL).column("name", SqlTypes.STRING, StoredColumn.PLAIN);

        assertThatCode(() -> ddl(a, b)).doesNotThrowAnyException();
        assertThat(ddl(a, b)).containsOnlyOnce("ON DELETE SET NULL");
    }

    @Test
    void severalColumnsOfOneEnumAreOneType() {
        Draft<A> a = a().column("one", SqlTypes.enumAs(OnDelete.class, "action"), StoredColumn.PLAIN)
                .column("two", SqlTypes.enumAs(OnDelete.class, "action"), StoredColumn.PLAIN);

        assertThat(ddl(a)).containsOnlyOnce("CREATE TYPE");
    }
}
