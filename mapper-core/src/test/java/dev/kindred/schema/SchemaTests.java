package dev.kindred.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.annotation.OnDelete;
import dev.kindred.error.MappingException;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.model.StoredColumn;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.ddl.Constraint;
import dev.kindred.model.EntityModel;
import dev.kindred.schema.Models.A;
import dev.kindred.schema.Models.B;
import dev.kindred.schema.Models.C;
import dev.kindred.schema.Models.Draft;
import dev.kindred.type.SqlTypes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaTests {

    private enum Mood {
        SAD,
        HAPPY
    }

    private static Schema of(Draft<?>... drafts) {
        return Schema.of(Stream.of(drafts).<EntityModel<?>>map(Draft::model).toList());
    }

    private static Draft<A> a(String name) {
        return new Draft<>(A.class, null, name, null).id("id");
    }

    private static Draft<B> b(String name) {
        return new Draft<>(B.class, null, name, null).id("id");
    }

    @Test
    void aTableBehindACircleWaitsForIt() {
        Draft<A> a = a("a");
        Draft<B> b = b("b");
        Draft<C> c = new Draft<>(C.class, null, "c", null).id("id");
        a.pointsAt("b_id", b::model, null);
        b.pointsAt("c_id", c::model, null);
        c.pointsAt("b_id", b::model, null);

        assertThat(Nodes.of(of(a, b, c)).tables())
                .extracting(table -> table.name().name())
                .containsExactly("b", "a", "c");
    }

    @Test
    void longNamesAreCutAndStayDifferent() {
        String name = "ä".repeat(31);
        Draft<A> a = a("a");
        Draft<B> b = b(name).pointsAt("é".repeat(31), a::model, null).pointsAt("é".repeat(30) + "e", a::model, null);

        List<String> names = Nodes.of(of(a, b)).tables().stream()
                .flatMap(table -> Stream.concat(
                        table.constraints().stream().map(Constraint::name),
                        table.indexes().stream().map(index -> index.name())))
                .toList();

        assertThat(names)
                .hasSize(6)
                .doesNotHaveDuplicates()
                .allMatch(each -> each.getBytes(StandardCharsets.UTF_8).length <= 63);
        assertThat(names)
                .containsExactly(
                        "a_pkey",
                        "ääääääääääääääääääääääää_819c444c_pkey",
                        "ääääääääääääääääääääääää_73fd4181_fkey",
                        "ääääääääääääääääääääääää_455bfc76_fkey",
                        "äääääääääääääääääääääääää_73fd4181_idx",
                        "äääääääääääääääääääääääää_455bfc76_idx");
    }

    @Test
    void namesThatWouldBeTheSameAreTold() {
        Draft<A> a = a("a").column("b_c", SqlTypes.LONG, StoredColumn.PLAIN, ColumnTrait.UNIQUE);
        Draft<B> b = b("a_b").column("c", SqlTypes.LONG, StoredColumn.PLAIN, ColumnTrait.UNIQUE);

        assertThat(Nodes.of(of(a, b)).tables().stream()
                        .flatMap(table -> table.constraints().stream())
                        .map(Constraint::name))
                .containsExactly("a_pkey", "a_b_c_key", "a_b_pkey", "a_b_c_0c1d18f5_key");
    }

    @Test
    void aForeignKeyThatIsThePrimaryKeyNeedsNoOtherIndex() {
        Draft<B> b = b("b");
        Draft<A> a = a("a").hasOne(b::model, 0, null);

        Schema schema = of(a, b);

        assertThat(Nodes.of(schema).tables().get(1).constraints())
                .extracting(Constraint::name)
                .containsExactly("b_pkey", "b_id_fkey");
        assertThat(Nodes.of(schema).tables().get(1).indexes()).isEmpty();
    }

    @Test
    void aRelationToATableOutsideIsAForeignKeyOnTheSideThatPoints() {
        Draft<B> b = b("b");
        Draft<A> a = a("a").hasOne(b::model, 1, null);
        b.pointsAt("a_id", a::model, null);

        assertThat(Nodes.of(of(a)).tables())
                .singleElement()
                .satisfies(table -> assertThat(table.constraints()).hasSize(1));
        assertThat(Nodes.of(of(b)).tables())
                .singleElement()
                .satisfies(table -> assertThat(table.constraints(Constraint.ForeignKey.class))
                        .hasSize(1));
    }

    @Test
    void oneSideSaysWhatADeleteDoes() {
        Draft<B> b = b("b");
        Draft<A> a = a("a").hasOne(b::model, 1, OnDelete.CASCADE);
        b.pointsAt("a_id", a::model, null);

        assertThat(Nodes.of(of(a, b)).tables().get(1).constraints(Constraint.ForeignKey.class))
                .singleElement()
                .satisfies(key -> assertThat(key.onDelete()).isEqualTo(OnDelete.CASCADE));
    }

    @Test
    void twoSidesThatContradictEachOtherAreRefused() {
        Draft<B> b = b("b");
        Draft<A> a = a("a").hasOne(b::model, 1, OnDelete.CASCADE);
        b.pointsAt("a_id", a::model, OnDelete.RESTRICT);

        assertThatThrownBy(() -> of(a, b))
                .isInstanceOf(MappingException.class)
                .hasMessage("B.a_idOwner and A.child are two sides of one foreign key and declare different onDelete"
                        + " actions, RESTRICT and CASCADE. Declare it on one side only, or the same"
                        + " on both.");
    }

    @Test
    void oneTableBelongsToOneEntity() {
        assertThatThrownBy(() -> of(a("t"), b("t")))
                .isInstanceOf(MappingException.class)
                .hasMessage("A and B have the same table, t. Pass only one of them to the schema.");
    }

    @Test
    void anEnumTypeHasTheLabelsOfOneEnum() {
        Draft<A> a = a("a").column("mood", SqlTypes.enumAs(Mood.class, "mood"), StoredColumn.PLAIN)
                .column("state", SqlTypes.enumAs(Thread.State.class, "mood"), StoredColumn.PLAIN);

        assertThatThrownBy(() -> of(a))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("A.state is of the enum type mood with the labels [NEW,")
                .hasMessageEndingWith("but another member declares it with [SAD, HAPPY]. Use one"
                        + " Java enum for both, or another type.");
    }

    @Test
    void aLengthNeedsAText() {
        assertThatThrownBy(() -> of(a("a").column("n", SqlTypes.LONG, StoredColumn.PLAIN.length(3))))
                .isInstanceOf(MappingException.class)
                .hasMessage("A.n is stored as int8, which has no length. Remove it from its @Column.");
    }

    @Test
    void whatTakesNoNullCannotBeSetToNull() {
        Draft<B> b = b("b").column("a_id", SqlTypes.LONG, StoredColumn.PLAIN);
        Draft<A> a = a("a").hasOne(b::model, 1, OnDelete.SET_NULL);

        assertThatThrownBy(of(a, b)::ddl)
                .isInstanceOf(MappingException.class)
                .hasMessage("The schema cannot be created: A.child has onDelete SET_NULL, but a column of [a_id] of b"
                        + " is not nullable; mark its member @Nullable, or use another onDelete.");
    }

    @Test
    void whatNothingFillsCannotBeCreatedButCompared() {
        Schema schema = of(a("a").column("code", SqlTypes.STRING, StoredColumn.PLAIN, ColumnTrait.GENERATED)
                .column("total", SqlTypes.LONG, StoredColumn.PLAIN, ColumnTrait.READ_ONLY));

        assertThat(Nodes.of(schema).tables()).hasSize(1);
        assertThatThrownBy(schema::ddl)
                .isInstanceOf(MappingException.class)
                .hasMessage("The schema cannot be created: A.code is marked @GeneratedValue, but is neither an"
                        + " integer nor a UUID,"
                        + " so the generator of its value is unknown; add @Column(defaultValue = \"..\")."
                        + " A.total is marked @ReadOnly and is not nullable, so no insert can fill"
                        + " it; add @Column(defaultValue = \"..\"), or mark it @Nullable.");
    }
}
