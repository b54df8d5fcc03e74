package dev.kindred.internal.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.CurrentAuditor;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.ConflictTarget;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Handmade;
import dev.kindred.model.Handmade.Row;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.support.Note_;
import dev.kindred.support.Rendered;
import dev.kindred.type.SqlTypes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The auditor of the operation in the statements of writes. */
class AuditValueTests {

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final String RETURNING = " RETURNING \"id\", \"text\", \"created_by\", \"updated_by\"";

    private record Memo(
            Long id,
            String text,
            @Nullable String createdBy,
            @Nullable String updatedBy) {

        static Memo of(long id, String text) {
            return new Memo(id, text, "given", "given");
        }
    }

    private static final NumberColumn<Memo, Long> ID = Handmade.number(
            ColumnDefinition.of(Memo.class, "id", "id", SqlTypes.LONG, Memo::id).with(ColumnTrait.ID));
    private static final TextColumn<Memo> TEXT =
            Handmade.text(ColumnDefinition.of(Memo.class, "text", "text", SqlTypes.STRING, Memo::text));
    private static final TextColumn<Memo> CREATED_BY =
            Handmade.text(ColumnDefinition.of(Memo.class, "createdBy", "created_by", SqlTypes.STRING, Memo::createdBy)
                    .with(ColumnTrait.CREATED_BY, ColumnTrait.NULLABLE));
    private static final TextColumn<Memo> UPDATED_BY =
            Handmade.text(ColumnDefinition.of(Memo.class, "updatedBy", "updated_by", SqlTypes.STRING, Memo::updatedBy)
                    .with(ColumnTrait.UPDATED_BY, ColumnTrait.NULLABLE));
    private static final EntityModel<Memo> MODEL = Handmade.model(
            Memo.class,
            TableName.of("memos"),
            List.of(ID, TEXT, CREATED_BY, UPDATED_BY),
            List.of(),
            AuditValueTests::instantiate);

    private static final EntityWrites<Memo> WRITES = new EntityWrites<>(MODEL, CLOCK);

    private static Memo instantiate(Row row) {
        return new Memo(
                row.required(0, ID), row.required(1, TEXT), row.nullable(2, CREATED_BY), row.nullable(3, UPDATED_BY));
    }

    @Test
    void anInsertHasTheAuditorInBothColumnsWhateverTheEntityHas() {
        Rendered.of(WRITES.insert(Memo.of(1, "a")))
                .is(
                        "INSERT INTO \"memos\" (\"id\", \"text\", \"created_by\", \"updated_by\")"
                                + " VALUES ($1, $2, $3, $4)" + RETURNING,
                        1L,
                        "a",
                        CurrentAuditor.VALUE,
                        CurrentAuditor.VALUE);
    }

    @Test
    void anUpdateKeepsWhoCreatedTheRow() {
        Rendered.of(WRITES.update(Memo.of(1, "a")).orElseThrow())
                .is(
                        "UPDATE \"memos\" SET \"text\" = $1, \"updated_by\" = $2 WHERE \"id\" = $3" + RETURNING,
                        "a",
                        CurrentAuditor.VALUE,
                        1L);
    }

    @Test
    void aConflictKeepsWhoCreatedTheRow() {
        Rendered upsert = Rendered.of(WRITES.upsert(Memo.of(1, "a"), ConflictTarget.of(ID)));

        assertThat(upsert.text())
                .contains("DO UPDATE SET \"text\" = EXCLUDED.\"text\", \"updated_by\" = EXCLUDED.\"updated_by\"")
                .doesNotContain("\"created_by\" = ");
        assertThat(upsert.values()).containsExactly(1L, "a", CurrentAuditor.VALUE, CurrentAuditor.VALUE);
    }

    @Test
    void manyRowsHaveTheSameAuditor() {
        RowBatch batch = new ManyRows<>(WRITES)
                .insert(List.of(Memo.of(1, "a"), Memo.of(2, "b")))
                .get(0);

        assertThat(Rendered.of(batch.statement()).values())
                .contains(List.of(CurrentAuditor.VALUE, CurrentAuditor.VALUE));
    }

    @Test
    void anAssignmentIsRefused() {
        for (TextColumn<Memo> column : List.of(CREATED_BY, UPDATED_BY)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WRITES.update(List.of(column.set("mine")), null, List.of()))
                    .withMessageContaining(column.toString())
                    .withMessageContaining("created at or by, updated at or by")
                    .withMessageNotContaining("mine");
        }
    }

    @Test
    void aTouchOfTheRowWritesWhoUpdatedIt() {
        assertThat(AuditValue.ofUpdate(MODEL, CLOCK))
                .singleElement()
                .extracting(SetColumn::value)
                .isEqualTo(new Parameter(SqlTypes.STRING, CurrentAuditor.VALUE));
    }

    @Test
    void aTimeIsThatOfTheClock() {
        assertThat(AuditValue.of(Note_.CREATED_AT, CLOCK)).isEqualTo(Instant.EPOCH);
        assertThat(AuditValue.of(CREATED_BY, CLOCK)).isEqualTo(CurrentAuditor.VALUE);
    }
}
