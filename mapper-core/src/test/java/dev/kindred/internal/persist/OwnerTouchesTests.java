package dev.kindred.internal.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kindred.error.MappingException;
import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.InsertWithChild;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.Touch;
import dev.kindred.internal.sql.Touch.Reach;
import dev.kindred.internal.sql.TouchingWrite;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.ConflictTarget;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Handmade;
import dev.kindred.model.NumberColumn;
import dev.kindred.support.Note;
import dev.kindred.support.Note_;
import dev.kindred.support.Rendered;
import dev.kindred.support.Reply;
import dev.kindred.support.Reply_;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import dev.kindred.type.SqlTypes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnerTouchesTests {

    private static final Instant NOW = Instant.parse("2024-02-29T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final LocalDateTime LOCAL = LocalDateTime.ofInstant(NOW, ZoneOffset.UTC);

    private final OwnerTouches touches = OwnerTouches.at(CLOCK);
    private final EntityWrites<Reply> replies = new EntityWrites<>(Reply_.MODEL, CLOCK);

    private List<Touch> touchesOf(Statement write) {
        return ((TouchingWrite) touches.with(write, Reply_.MODEL)).touches();
    }

    @Test
    void aWriteOfAnEntityThatTouchesNothingStaysAsItIs() {
        Statement insert = new EntityWrites<>(Note_.MODEL, CLOCK)
                .insert(Note.of(null, null, "a"))
                .statement();

        assertThat(touches.with(insert, Note_.MODEL)).isSameAs(insert);
    }

    @Test
    void aReadTouchesNothing() {
        Statement read = new Select(
                Nodes.of(Reply_.MODEL).table(), Columns.references(Reply_.MODEL), null, List.of(), Select.Page.ALL);

        assertThat(touches.with(read, Reply_.MODEL)).isSameAs(read);
    }

    @Test
    void anInsertTouchesTheOwnersItPointsAt() {
        assertThat(touchesOf(replies.insert(Reply.of(null, 7L, null)).statement()))
                .singleElement()
                .satisfies(touch -> {
                    assertThat(touch.table()).isEqualTo(Nodes.of(Note_.MODEL).table());
                    assertThat(touch.foreignKey()).containsExactly(Columns.reference(Reply_.NOTE_ID));
                    assertThat(touch.key()).containsExactly(Columns.reference(Note_.ID));
                    assertThat(touch.change().values())
                            .extracting(SetColumn::column, set -> set.value().value())
                            .containsExactly(tuple(Columns.reference(Note_.UPDATED_AT), LOCAL));
                    assertThat(touch.change().increments()).containsExactly(Columns.reference(Note_.VERSION));
                    assertThat(touch.reach()).isEmpty();
                });
        assertThat(touches.with(replies.insert(Reply.of(null, null, null)).statement(), Reply_.MODEL))
                .isEqualTo(replies.insert(Reply.of(null, null, null)).statement());
    }

    @Test
    void anUpdateOfTheForeignKeyReachesTheFormerOwnersAndOthersDoNot() {
        assertThat(touchesOf(replies.update(Reply.of(1L, 7L, 2L)).orElseThrow().statement()))
                .extracting(Touch::reach)
                .containsExactly(Set.of(Reach.FORMER), Set.of(Reach.FORMER, Reach.CHAIN, Reach.OTHERS));
        assertThat(touchesOf(replies.upsert(Reply.of(1L, 7L, 2L), ConflictTarget.of(List.of()))))
                .allSatisfy(touch -> assertThat(touch.reach()).contains(Reach.FORMER));
        assertThat(touchesOf(replies.delete(Reply.of(1L, 7L, 2L)).statement()))
                .extracting(Touch::reach)
                .containsExactly(Set.of(), Set.of(Reach.CHAIN, Reach.OTHERS));
    }

    @Test
    void aRelationToItselfIsFollowedByOneTouchWhichLeadsOnToOtherOwners() {
        Touch answered =
                touchesOf(replies.insert(Reply.of(null, null, 2L)).statement()).get(0);

        assertThat(answered.reach()).containsExactly(Reach.CHAIN);
        assertThat(answered.next())
                .singleElement()
                .satisfies(note ->
                        assertThat(note.table()).isEqualTo(Nodes.of(Note_.MODEL).table()));
    }

    @Test
    void whatWasSavedBeforeStaysAsItIs() {
        OwnerTouches after = touches.after(Note_.MODEL, List.of(Note.of(7L, 1, "a"), Note.of(8L, 1, "b")));
        Statement write = after.with(replies.insert(Reply.of(null, 7L, null)).statement(), Reply_.MODEL);

        assertThat(Rendered.of(write).text())
                .contains("WHERE \"o\".\"id\" = \"p\".\"c0\" AND NOT (\"o\".\"id\" = ANY($5))");
        assertThat(Rendered.of(write).values()).containsExactly(7L, null, NOW, LOCAL, List.of(7L, 8L));
    }

    @Test
    void aDeleteTouchesByWhatItRemovedAndGivesTheNumberOfRows() {
        Rendered.of(touches.with(replies.delete(Reply.of(1L, null, null)).statement(), Reply_.MODEL))
                .is(
                        "WITH RECURSIVE \"written rows\" AS (DELETE FROM \"replies\" WHERE \"id\" = $1 RETURNING"
                                + " \"replies\".\"note_id\", \"replies\".\"answered_id\", \"replies\".\"id\"),"
                                + " \"keys 1\" (\"c0\") AS"
                                + " ((SELECT \"note_id\" FROM \"written rows\" GROUP BY \"note_id\" ORDER BY"
                                + " \"note_id\")),"
                                + " \"touched 1\" AS (UPDATE \"notes\" AS \"o\" SET"
                                + " \"updated_at\" = $2, \"version\" = \"o\".\"version\" + 1 FROM \"keys 1\" AS"
                                + " \"p\", LATERAL"
                                + " (SELECT \"o\".\"id\" FROM \"notes\" AS \"o\" WHERE \"o\".\"id\" ="
                                + " \"p\".\"c0\" FOR NO KEY UPDATE)"
                                + " AS \"l\" WHERE \"o\".\"id\" = \"l\".\"id\"), \"keys 2\" (\"c0\") AS ((SELECT"
                                + " \"answered_id\" FROM"
                                + " \"written rows\" GROUP BY \"answered_id\" ORDER BY \"answered_id\")"
                                + " UNION SELECT \"o\".\"answered_id\" FROM \"replies\" AS \"o\", \"keys 2\" AS"
                                + " \"p\" WHERE \"o\".\"id\" ="
                                + " \"p\".\"c0\"), \"touched 2\" AS (UPDATE \"replies\" AS \"o\" SET"
                                + " \"updated_at\" = $3 FROM (SELECT *"
                                + " FROM (SELECT *, row_number() OVER () AS \"position\" FROM \"keys 2\") AS"
                                + " \"k\" WHERE NOT EXISTS"
                                + " (SELECT FROM \"written rows\" AS \"o\" WHERE \"o\".\"id\" = \"k\".\"c0\")"
                                + " ORDER BY \"position\")"
                                + " AS \"p\", LATERAL (SELECT \"o\".\"id\" FROM \"replies\" AS \"o\" WHERE"
                                + " \"o\".\"id\" = \"p\".\"c0\""
                                + " FOR NO KEY UPDATE) AS \"l\" WHERE \"o\".\"id\" = \"l\".\"id\" RETURNING"
                                + " \"o\".\"note_id\"),"
                                + " \"keys 3\" (\"c0\") AS ((SELECT \"note_id\" FROM \"touched 2\" GROUP BY"
                                + " \"note_id\" ORDER BY"
                                + " \"note_id\")), \"touched 3\" AS (UPDATE \"notes\" AS \"o\" SET \"updated_at\""
                                + " = $4, \"version\" ="
                                + " \"o\".\"version\" + 1 FROM \"keys 3\" AS \"p\", LATERAL (SELECT \"o\".\"id\""
                                + " FROM \"notes\" AS"
                                + " \"o\" WHERE \"o\".\"id\" = \"p\".\"c0\" FOR NO KEY UPDATE) AS \"l\" WHERE"
                                + " \"o\".\"id\" = \"l\".\"id\")"
                                + " SELECT count(*) FROM \"written rows\"",
                        1L,
                        LOCAL,
                        NOW,
                        LOCAL);
    }

    @Test
    void aConditionWithASubqueryNamesTheTableByItsAlias() {
        Predicate answers = Nodes.of(Reply_.ANSWERED.exists());
        Statement update = replies.update(List.of(Reply_.NOTE_ID.set(8L)), answers, List.of());

        assertThat(Rendered.of(touches.with(replies.remove(answers), Reply_.MODEL))
                        .text())
                .startsWith("WITH RECURSIVE \"written rows\" AS (DELETE FROM \"replies\" AS \"t0\" WHERE EXISTS (")
                .contains(" RETURNING \"t0\".\"note_id\", \"t0\".\"answered_id\", \"t0\".\"id\"), ");
        assertThat(Rendered.of(touches.with(update, Reply_.MODEL)).text())
                .startsWith("WITH RECURSIVE \"locked rows\" AS (SELECT \"t0\".\"id\", \"t0\".\"note_id\" FROM"
                        + " \"replies\" AS \"t0\" WHERE EXISTS (")
                .contains(" FOR NO KEY UPDATE), \"written rows\" AS (UPDATE \"replies\" SET \"note_id\" = $1")
                .contains(
                        " RETURNING \"replies\".\"note_id\", \"replies\".\"answered_id\", \"replies\".\"id\", (SELECT");
    }

    @Test
    void anUpdateThatMovesARowLocksItFirst() {
        Statement update = replies.update(Reply.of(1L, 7L, null), Reply.of(1L, 8L, null))
                .orElseThrow()
                .statement();

        assertThat(Rendered.of(touches.with(update, Reply_.MODEL)).text())
                .startsWith("WITH RECURSIVE \"locked rows\" AS (SELECT \"id\", \"note_id\" FROM \"replies\" WHERE"
                        + " \"id\" = $1"
                        + " FOR NO KEY UPDATE), \"written rows\" AS (UPDATE \"replies\" SET \"note_id\" ="
                        + " $2, \"updated_at\" = $3"
                        + " WHERE (\"id\") IN (SELECT \"id\" FROM \"locked rows\") RETURNING"
                        + " \"replies\".\"id\","
                        + " \"replies\".\"note_id\", \"replies\".\"answered_id\","
                        + " \"replies\".\"updated_at\", (SELECT"
                        + " \"f\".\"note_id\" FROM \"locked rows\" AS \"f\" WHERE \"f\".\"id\" ="
                        + " \"replies\".\"id\") AS \"former"
                        + " note_id\"), \"keys 1\" (\"c0\") AS ((SELECT \"note_id\" FROM \"written rows\""
                        + " UNION SELECT \"former"
                        + " note_id\" FROM \"written rows\" ORDER BY \"note_id\")), \"touched 1\"");
    }

    @Test
    void anUpdateOfManyThatMovesRowsLocksThemFirst() {
        Statement update = new ManyRows<>(replies)
                .update(List.of(Reply.of(1L, 7L, null), Reply.of(2L, 8L, 1L)))
                .get(0)
                .statement();

        assertThat(Rendered.of(touches.with(update, Reply_.MODEL)).text())
                .startsWith("WITH RECURSIVE \"locked rows\" AS (SELECT \"id\", \"note_id\", \"answered_id\" FROM"
                        + " \"replies\""
                        + " WHERE \"id\" = ANY($1) FOR NO KEY UPDATE), \"written rows\" AS (UPDATE"
                        + " \"replies\" AS \"t\"")
                .contains(" AND (\"t\".\"id\") IN (SELECT \"id\" FROM \"locked rows\") RETURNING \"t\".\"id\",");
    }

    @Test
    void anUpsertLooksUpWhereTheRowsPointedBefore() {
        Statement upsert = replies.upsert(Reply.of(1L, 7L, null), ConflictTarget.of(List.of()));

        assertThat(Rendered.of(touches.with(upsert, Reply_.MODEL)).text())
                .contains("(SELECT \"f\".\"note_id\" FROM \"replies\" AS \"f\" WHERE \"f\".\"id\" ="
                        + " \"replies\".\"id\") AS"
                        + " \"former note_id\"");
    }

    @Test
    void aNewParentIsNotTouchedByTheChildThatIsInsertedWithIt() {
        BelongsToWrites<Reply, Note> writes = new BelongsToWrites<>(Reply_.NOTE, CLOCK);
        InsertWithChild both = writes.insertBoth(Note.of(null, null, "a"), Reply.of(null, null, 2L))
                .statement();

        InsertWithChild touching = touches.with(both, Note_.MODEL, Reply_.MODEL);

        assertThat(touching.parentTouches()).isEmpty();
        assertThat(touching.childTouches()).singleElement().satisfies(touch -> {
            assertThat(touch.table()).isEqualTo(Nodes.of(Reply_.MODEL).table());
            assertThat(touch.reach()).containsExactly(Reach.CHAIN);
        });
        assertThat(Rendered.of(touching).text())
                .startsWith("WITH RECURSIVE \"parent\" AS (INSERT")
                .contains("\"keys 1\" (\"c0\") AS (SELECT \"answered_id\" FROM \"child\" UNION SELECT");
    }

    @Test
    void anOwnerWithoutATimeOfItsLastChangeIsAnError() {
        NumberColumn<Badge, Long> id =
                Handmade.number(ColumnDefinition.of(Badge.class, "id", "id", SqlTypes.LONG, Badge::id)
                        .with(ColumnTrait.ID));
        BelongsToRelation<Badge, User> owner = Handmade.belongsTo(Handmade.<Badge, User>relation(
                        "owner", () -> User_.MODEL, List.of(id), () -> List.of(User_.ID), badge -> null)
                .touching());
        EntityModel<Badge> badges = Handmade.model(
                Badge.class,
                TableName.of("badges"),
                List.of(id),
                List.of(owner),
                row -> new Badge(row.required(0, id)));
        Statement insert =
                new EntityWrites<>(badges, CLOCK).insert(new Badge(1L)).statement();

        assertThatThrownBy(() -> touches.with(insert, badges))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Badge.owner")
                .hasMessageContaining("User has no member marked @UpdatedAt");
    }

    private record Badge(Long id) {}
}
