package dev.kindred.it.touch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Writes through relations. See {@link TouchedTopics} for the initial rows. */
class OwnersTouchedThroughRelationsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(TouchSchema.TABLES).resetBefore(TouchSchema.EMPTY, TouchedTopics.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private final TouchedTopics topics = new TouchedTopics(database, recorder);
    private final ReactiveMapper mapper = topics.mapper();
    private Summary summary;
    private Topic first;
    private Topic second;

    @BeforeEach
    void rows() {
        summary = mapper.get(Summary.class, 1L).block();
        first = mapper.get(Topic.class, 1L).block();
        second = mapper.get(Topic.class, 2L).block();
        recorder.clear();
    }

    @Test
    void aChildThatIsCreatedTouchesItsParent() {
        mapper.related(second, Topic_.SUMMARY).create(Summary_.TEXT.set("new")).block();

        topics.check(1, "board 2", "topic 2 x1");
    }

    @Test
    void aChildThatIsSavedTouchesItsParentAndTheOneItCameFrom() {
        mapper.related(first, Topic_.SUMMARY).save(summary.withText("changed")).block();
        topics.check(1, "board 1", "topic 1 x1");

        mapper.related(second, Topic_.SUMMARY).save(summary).block();
        topics.check(1, "board 1", "board 2", "topic 1 x2", "topic 2 x1");
    }

    @Test
    void aChildThatIsAssociatedTouchesItsParentAndTheOneItCameFrom() {
        mapper.related(second, Topic_.SUMMARY).associate(summary).block();

        topics.check(1, "board 1", "board 2", "topic 1 x1", "topic 2 x1");
    }

    @Test
    void updateDissociateAndDeleteTouchWhenThereIsAChild() {
        mapper.related(first, Topic_.SUMMARY).update(Summary_.TEXT.set("x")).block();
        topics.check(1, "board 1", "topic 1 x1");

        mapper.related(first, Topic_.SUMMARY).dissociate().block();
        topics.check(1, "board 1", "topic 1 x2");

        assertThat(mapper.related(first, Topic_.SUMMARY).delete().block()).isFalse();
        topics.check(1, "board 1", "topic 1 x2");

        mapper.related(second, Topic_.SUMMARY).save(summary).block();
        recorder.clear();
        assertThat(mapper.related(second, Topic_.SUMMARY).delete().block()).isTrue();
        topics.check(1, "board 1", "board 2", "topic 1 x2", "topic 2 x2");
    }

    @Test
    void replaceTouchesTheParentOnce() {
        mapper.related(first, Topic_.SUMMARY).replace(Summary.of(null, "new")).block();
        topics.check(5, "board 1", "topic 1 x1");

        mapper.related(first, Topic_.SUMMARY)
                .replace(Summary.of(null, "newer"), OrphanPolicy.SET_NULL)
                .block();
        topics.check(5, "board 1", "topic 1 x2");
    }

    @Test
    void findOrCreateTouchesWhenItCreates() {
        mapper.related(first, Topic_.SUMMARY)
                .firstOrCreate(Summary_.TEXT.set("x"))
                .block();
        mapper.related(first, Topic_.SUMMARY)
                .createOrFirst(Summary_.TEXT.set("x"))
                .block();
        assertThat(topics.touched()).isEmpty();

        mapper.related(first, Topic_.SUMMARY)
                .updateOrCreate(Summary_.TEXT.set("x"))
                .block();
        assertThat(topics.touched()).containsExactly("board 1", "topic 1 x1");
        recorder.clear();

        mapper.related(second, Topic_.SUMMARY)
                .firstOrCreate(Summary_.TEXT.set("x"))
                .block();
        topics.check(2, "board 1", "board 2", "topic 1 x1", "topic 2 x1");
    }

    @Test
    void aNewParentIsAsItWasInsertedAndItsOwnOwnerIsTouched() {
        mapper.related(Topic.of(2, "new"), Topic_.SUMMARY)
                .create(Summary_.TEXT.set("new"))
                .block();

        topics.check(1, "board 2", "topic 5 x0");
    }

    @Test
    void aNewParentOfAStoredChildIsAsItWasInsertedAndTheFormerOneIsTouched() {
        mapper.related(Topic.of(2, "new"), Topic_.SUMMARY).save(summary).block();

        topics.check(4, "board 1", "board 2", "topic 1 x1", "topic 5 x0");
    }

    @Test
    void whatIsSavedWithItsChildIsReturnedAsItIsStored() {
        Topic stored = mapper.save(first.withTitle("x"), Topic_.SUMMARY.child(summary.withText("x")))
                .block();
        topics.check(4, "board 1", "topic 1 x1");
        assertThat(stored.version()).isEqualTo(1);
        assertThat(mapper.update(stored.withTitle("y")).block().version()).isEqualTo(2);
        recorder.clear();

        Topic both = mapper.save(Topic.of(null, "new"), Topic_.SUMMARY.child(Summary.of(null, "new")))
                .block();
        topics.check(1, "board 1", "topic 1 x2", "topic 5 x0");
        assertThat(both.version()).isZero();
    }

    @Test
    void manyParentsWithTheirChildrenAreReturnedAsTheyAreStored() {
        List<Topic> stored = mapper.insertAll(
                        Flux.just(Topic.of(1, "a"), Topic.of(2, "b")),
                        Topic_.SUMMARY,
                        topic -> Summary.of(null, topic.title()))
                .collectList()
                .block();

        topics.check(4, "board 1", "board 2", "topic 5 x0", "topic 6 x0");
        assertThat(stored).extracting(Topic::version).containsExactly(0L, 0L);
    }

    @Test
    void associateAndDissociateOfTheInverseSideTouchTheNewAndTheFormerOwner() {
        Summary moved =
                mapper.related(summary, Summary_.TOPIC).associate(second).block();
        topics.check(1, "board 1", "board 2", "topic 1 x1", "topic 2 x1");

        mapper.related(moved, Summary_.TOPIC).dissociate().block();
        topics.check(1, "board 1", "board 2", "topic 1 x1", "topic 2 x2");
    }

    @Test
    void aNewOwnerIsAsItWasInsertedAndTheFormerOneIsTouched() {
        Summary moved = mapper.related(summary, Summary_.TOPIC)
                .associate(Topic.of(2, "new"))
                .block();
        topics.check(4, "board 1", "board 2", "topic 1 x1", "topic 5 x0");
        assertThat(moved.topic().block().version()).isZero();
        recorder.clear();

        mapper.related(Summary.of(null, "new"), Summary_.TOPIC)
                .associate(Topic.of(3, "newer"))
                .block();
        topics.check(1, "board 1", "board 2", "board 3", "topic 1 x1", "topic 5 x0", "topic 6 x0");

        Topic created = mapper.related(moved, Summary_.TOPIC)
                .create(List.of(Topic_.TITLE.set("newest"), Topic_.BOARD_ID.set(4)))
                .block();
        assertThat(created.version()).isZero();
        topics.check(
                4, "board 1", "board 2", "board 3", "board 4", "topic 1 x1", "topic 5 x1", "topic 6 x0", "topic 7 x0");
    }

    @Test
    void aTouchIsTakenBackWithTheSavepointOfAWriteThatFails() {
        mapper.related(second, Topic_.SUMMARY)
                .save(Summary.of(null, "new"))
                .then(mapper.related(first, Topic_.SUMMARY)
                        .create(Summary_.TEXT.set("second"))
                        .onErrorComplete())
                .then(mapper.get(Topic.class, 1L))
                .as(mapper::transactional)
                .block();

        assertThat(topics.touched()).containsExactly("board 2", "topic 2 x1");
    }
}
