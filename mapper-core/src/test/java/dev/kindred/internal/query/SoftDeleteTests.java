package dev.kindred.internal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.sql.Count;
import dev.kindred.model.Handmade;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.RelatedRows;
import dev.kindred.support.Comment;
import dev.kindred.support.Comment_;
import dev.kindred.support.Rendered;
import dev.kindred.support.User_;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoftDeleteTests {

    private static final SelectQuery<Comment> IDS =
            SelectQuery.of(Comment_.MODEL).select(Comment_.ID);
    private static final String FROM = "SELECT \"id\" FROM \"comments\" WHERE ";

    @Test
    void rowsMarkedAsDeletedAreLeftOut() {
        Rendered.of(IDS).is(FROM + "\"deleted_at\" IS NULL");
        Rendered.of(IDS.where(Comment_.ID.eq(1L)).orWhere(Comment_.TEXT.eq("a")))
                .is(FROM + "\"deleted_at\" IS NULL AND (\"id\" = $1 OR \"text\" = $2)", 1L, "a");
        Rendered.of(new Count(IDS.toSelect())).is("SELECT count(*) FROM \"comments\" WHERE \"deleted_at\" IS NULL");
    }

    @Test
    void deletedRowsAreTakenWhenAskedFor() {
        Rendered.of(IDS.withDeleted()).is("SELECT \"id\" FROM \"comments\"");
        Rendered.of(IDS.where(Comment_.ID.eq(1L)).onlyDeleted())
                .is(FROM + "\"deleted_at\" IS NOT NULL AND \"id\" = $1", 1L);
        Rendered.of(IDS.onlyDeleted().withDeleted()).is("SELECT \"id\" FROM \"comments\"");
    }

    @Test
    void eachLevelOfAFilterLeavesDeletedRowsOut() {
        Rendered.of(IDS.whereHas(Comment_.REPLY, one -> one.whereDoesntHave(Comment_.REPLY, two -> two.onlyDeleted())))
                .is("SELECT \"t0\".\"id\" FROM \"comments\" AS \"t0\" WHERE \"t0\".\"deleted_at\" IS NULL AND EXISTS"
                        + " (SELECT 1 FROM \"comments\" AS \"t1\" WHERE \"t1\".\"parent_id\" = \"t0\".\"id\""
                        + " AND \"t1\".\"deleted_at\" IS NULL AND NOT EXISTS"
                        + " (SELECT 1 FROM \"comments\" AS \"t2\" WHERE \"t2\".\"parent_id\" = \"t1\".\"id\""
                        + " AND \"t2\".\"deleted_at\" IS NOT NULL))");
    }

    @Test
    void countsLeaveDeletedRowsOutUnlessAskedFor() {
        Rendered.of(IDS.withDeleted()
                        .where(Comment_.REPLY
                                .count()
                                .gt(1L)
                                .or(Comment_.REPLY
                                        .count(RelatedRows::withDeleted)
                                        .gt(2L))))
                .is(
                        "SELECT \"t0\".\"id\" FROM \"comments\" AS \"t0\" WHERE (SELECT count(*) FROM"
                                + " \"comments\" AS \"t1\""
                                + " WHERE \"t1\".\"parent_id\" = \"t0\".\"id\" AND \"t1\".\"deleted_at\" IS NULL) > $1"
                                + " OR (SELECT count(*) FROM \"comments\" AS \"t1\" WHERE \"t1\".\"parent_id\" ="
                                + " \"t0\".\"id\") > $2",
                        1L,
                        2L);
    }

    @Test
    void relationsLeaveDeletedRowsOutBeforeTheConditionsOfTheUser() {
        SelectQuery<Comment> reply = PreloadStep.of(Comment_.REPLY).queryFor(Comment.of(1));

        Rendered.of(reply.select(Comment_.ID).where(Comment_.TEXT.eq("a")).orWhere(Comment_.TEXT.eq("b")))
                .is(
                        FROM + "\"parent_id\" = $1 AND \"deleted_at\" IS NULL AND (\"text\" = $2 OR \"text\" = $3)"
                                + " ORDER BY \"id\" ASC LIMIT $4",
                        1L,
                        "a",
                        "b",
                        1L);
        Rendered.of(reply.select(Comment_.ID).withDeleted())
                .is(FROM + "\"parent_id\" = $1 ORDER BY \"id\" ASC LIMIT $2", 1L, 1L);
    }

    @Test
    void aScopeMayTakeDeletedRows() {
        HasOneRelation<Comment, Comment> any = Handmade.hasOne(Handmade.<Comment, Comment>relation(
                        "reply",
                        () -> Comment_.MODEL,
                        List.of(Comment_.ID),
                        () -> List.of(Comment_.PARENT_ID),
                        comment -> null)
                .scoped(() -> RelatedRows::withDeleted));

        Rendered.of(PreloadStep.of(any).query().select(Comment_.ID)).is("SELECT \"id\" FROM \"comments\"");
        assertThat(Rendered.of(IDS.has(any)).text())
                .endsWith("EXISTS (SELECT 1 FROM \"comments\" AS \"t1\" WHERE \"t1\".\"parent_id\" = \"t0\".\"id\")");
    }

    @Test
    void anEntityWithoutTheMarkHasNoDeletedRows() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> SelectQuery.of(User_.MODEL).withDeleted())
                .withMessage("User has no member marked @SoftDelete, so no row of users counts as deleted. Mark one,"
                        + " or leave withDeleted() and onlyDeleted() out.");
        assertThat(User_.MODEL.softDelete()).isEmpty();
        assertThat(Comment_.MODEL.softDelete()).contains(Comment_.DELETED_AT);
    }
}
