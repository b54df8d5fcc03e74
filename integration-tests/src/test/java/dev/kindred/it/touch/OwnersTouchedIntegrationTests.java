package dev.kindred.it.touch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.ConflictTarget;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Writes of entities. See {@link TouchedTopics} for the initial rows. */
class OwnersTouchedIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(TouchSchema.TABLES).resetBefore(TouchSchema.EMPTY, TouchedTopics.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private final TouchedTopics topics = new TouchedTopics(database, recorder);
    private final ReactiveMapper mapper = topics.mapper();
    private Summary summary;

    @BeforeEach
    void summary() {
        summary = mapper.get(Summary.class, 1L).block();
        recorder.clear();
    }

    private void isOneStatementThatTouches(String... expected) {
        topics.check(1, expected);
    }

    @Test
    void anInsertTouchesItsOwnerAndTheOwnersOwnerInTheSameStatement() {
        Summary stored = mapper.insert(Summary.of(2L, "new")).block();

        assertThat(stored.id()).isEqualTo(2);
        assertThat(stored.text()).isEqualTo("new");
        assertThat(recorder.texts().get(0))
                .isEqualTo("WITH \"written rows\" AS (INSERT INTO \"summaries\" (\"topic_id\", \"text\") VALUES ($1,"
                        + " $2) RETURNING"
                        + " \"summaries\".\"id\", \"summaries\".\"topic_id\", \"summaries\".\"text\"),"
                        + " \"keys 1\" (\"c0\") AS"
                        + " (SELECT \"topic_id\" FROM \"written rows\"), \"touched 1\" AS (UPDATE"
                        + " \"topics\" AS \"o\" SET"
                        + " \"updated_at\" = $3, \"version\" = \"o\".\"version\" + 1 FROM \"keys 1\" AS"
                        + " \"p\" WHERE"
                        + " \"o\".\"id\" = \"p\".\"c0\" RETURNING \"o\".\"board_id\"), \"keys 2\""
                        + " (\"c0\") AS (SELECT"
                        + " \"board_id\" FROM \"touched 1\"), \"touched 2\" AS (UPDATE \"boards\" AS \"o\" SET"
                        + " \"updated_at\" = $4 FROM \"keys 2\" AS \"p\" WHERE \"o\".\"id\" ="
                        + " \"p\".\"c0\") SELECT"
                        + " \"written rows\".\"id\", \"written rows\".\"topic_id\", \"written"
                        + " rows\".\"text\" FROM \"written rows\"");
        isOneStatementThatTouches("board 2", "topic 2 x1");
    }

    @Test
    void anUpdateTouchesTheOwnerAndWhenItMovesTheFormerOneToo() {
        Summary changed = mapper.update(summary.withText("changed")).block();

        assertThat(changed.text()).isEqualTo("changed");
        isOneStatementThatTouches("board 1", "topic 1 x1");

        assertThat(mapper.save(summary.withTopicId(3L)).block().topicId()).isEqualTo(3);
        isOneStatementThatTouches("board 1", "board 3", "topic 1 x2", "topic 3 x1");
    }

    @Test
    void anUpdateOfTheChangedColumnsTouchesAndACleanOneDoesNot() {
        mapper.update(summary, summary).block();

        assertThat(recorder.count()).isZero();
        assertThat(topics.touched()).isEmpty();

        mapper.update(summary, summary.withText("changed")).block();

        isOneStatementThatTouches("board 1", "topic 1 x1");
    }

    @Test
    void anUpsertTouchesTheOwnerOfANewRowOrBothOwnersOfAnExistingRow() {
        mapper.upsert(Summary.of(2L, "new"), Summary_.TOPIC_ID).block();

        isOneStatementThatTouches("board 2", "topic 2 x1");

        mapper.upsert(new Summary(1L, 3L, "moved", null)).block();

        isOneStatementThatTouches("board 1", "board 2", "board 3", "topic 1 x1", "topic 2 x1", "topic 3 x1");
    }

    @Test
    void aDeleteTouchesTheOwnerWhenThereWasARow() {
        assertThat(mapper.delete(summary).block()).isTrue();

        isOneStatementThatTouches("board 1", "topic 1 x1");

        assertThat(mapper.delete(summary).block()).isFalse();

        isOneStatementThatTouches("board 1", "topic 1 x1");
    }

    @Test
    void aSoftDeleteARestoreAndAPermanentDeleteTouchEachOwner() {
        Pin pin = mapper.insert(Pin.of(1, 1L, 2L)).block();
        assertThat(topics.touched()).containsExactly("board 1", "board 2", "topic 1 x1", "topic 2 x1");
        assertThat(mapper.delete(pin).block()).isTrue();
        assertThat(topics.touched()).contains("topic 1 x2", "topic 2 x2");
        assertThat(mapper.delete(pin).block()).isFalse();
        assertThat(topics.touched()).contains("topic 1 x2", "topic 2 x2");
        assertThat(mapper.restore(pin).block().deletedAt()).isNull();
        assertThat(topics.touched()).contains("topic 1 x3", "topic 2 x3");
        assertThat(mapper.deletePermanently(pin).block()).isTrue();

        assertThat(topics.touched()).containsExactly("board 1", "board 2", "topic 1 x4", "topic 2 x4");
        assertThat(recorder.count()).isEqualTo(5);
    }

    @Test
    void twoRelationsThatLeadToOneRowTouchItOnce() {
        mapper.insert(Pin.of(1, 1L, 1L)).block();

        isOneStatementThatTouches("board 1", "topic 1 x1");
    }

    @Test
    void withoutAForeignKeyNothingIsSentForAnOwner() {
        mapper.insert(Summary.of(null, "alone")).block();

        assertThat(recorder.texts().get(0))
                .isEqualTo("INSERT INTO \"summaries\" (\"topic_id\", \"text\") VALUES ($1, $2) RETURNING \"id\","
                        + " \"topic_id\","
                        + " \"text\"");
        isOneStatementThatTouches();
    }

    @Test
    void anOwnerWithoutAnOwnerIsTouched() {
        Topic topic = mapper.insert(Topic.of(null, "new")).block();
        recorder.clear();

        mapper.insert(Summary.of(topic.id(), "new")).block();

        isOneStatementThatTouches("topic 5 x1");
    }

    @Test
    void manyRowsTouchTheirOwnersInTheStatementOfTheChunk() {
        Flux<Summary> three = Flux.just(Summary.of(2L, "a"), Summary.of(null, "b"), Summary.of(3L, "c"));

        List<Summary> stored = mapper.insertAll(three).collectList().block();

        assertThat(stored).extracting(Summary::text).containsExactly("a", "b", "c");
        isOneStatementThatTouches("board 2", "board 3", "topic 2 x1", "topic 3 x1");

        List<Summary> upserted = mapper.upsertAll(
                        Flux.just(Summary.of(3L, "cc"), Summary.of(4L, "d")), ConflictTarget.of(Summary_.TOPIC_ID))
                .collectList()
                .block();

        assertThat(upserted).extracting(Summary::text).containsExactly("cc", "d");
        isOneStatementThatTouches("board 2", "board 3", "board 4", "topic 2 x1", "topic 3 x2", "topic 4 x1");

        assertThat(mapper.deleteAll(Flux.fromIterable(stored)).block()).isEqualTo(3);
        isOneStatementThatTouches("board 2", "board 3", "board 4", "topic 2 x2", "topic 3 x3", "topic 4 x1");
    }

    @Test
    void anUpdateOfManyTouchesTheFormerOwnersToo() {
        Summary other = mapper.insert(Summary.of(2L, "b")).block();
        recorder.clear();

        List<Summary> moved = mapper.updateAll(Flux.just(summary.withTopicId(3L), other.withTopicId(4L)))
                .collectList()
                .block();

        assertThat(moved).extracting(Summary::topicId).containsExactly(3L, 4L);
        assertThat(recorder.count()).isEqualTo(3);
        assertThat(topics.touched())
                .containsExactly(
                        "board 1",
                        "board 2",
                        "board 3",
                        "board 4",
                        "topic 1 x1",
                        "topic 2 x2",
                        "topic 3 x1",
                        "topic 4 x1");
    }

    @Test
    void bulkWritesAndCopiesLeaveOwnersAlone() {
        mapper.update(Summary.class)
                .set(Summary_.TEXT.set("x"))
                .where(Summary_.ID.eq(1L))
                .execute()
                .block();
        mapper.update(Summary.class)
                .set(Summary_.TEXT.set("y"))
                .where(Summary_.ID.eq(1L))
                .returning()
                .blockLast();
        mapper.delete(Summary.class).where(Summary_.ID.eq(1L)).execute().block();
        mapper.copyIn(Flux.just(Summary.of(2L, "copied"))).block();

        assertThat(topics.touched()).isEmpty();
        assertThat(recorder.count()).isEqualTo(4);
    }
}
