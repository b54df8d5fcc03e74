package dev.kindred.it.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.StaleVersionException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Touches in transactions and by concurrent callers. See {@link TouchedTopics} for the initial rows. */
class TouchTransactionsIntegrationTests {

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

    @Test
    void aWriteThatFailsTouchesNothing() {
        assertThatThrownBy(() -> mapper.insert(Summary.of(1L, "second")).block())
                .isInstanceOf(UniqueViolationException.class)
                .hasMessageContaining("already has a summary");

        assertThat(topics.touched()).isEmpty();
    }

    @Test
    void aTransactionTakesTheTouchBackWhenItIsRolledBack() {
        Mono<Summary> work = mapper.insert(Summary.of(2L, "new"))
                .flatMap(stored -> mapper.get(Topic.class, 2L)
                        .doOnNext(topic -> assertThat(topic.updatedAt()).isEqualTo(TouchedTopics.NOON))
                        .then(Mono.error(new IllegalStateException("no"))));

        assertThatThrownBy(() -> work.as(mapper::transactional).block()).hasMessage("no");

        assertThat(topics.touched()).isEmpty();
        assertThat(recorder.count()).isEqualTo(4);
    }

    @Test
    void aTransactionKeepsTheTouchWhenItIsCommitted() {
        mapper.insert(Summary.of(2L, "new"))
                .then(mapper.delete(summary))
                .as(mapper::transactional)
                .block();

        assertThat(topics.touched()).containsExactly("board 1", "board 2", "topic 1 x1", "topic 2 x1");
        assertThat(recorder.count()).isEqualTo(4);
    }

    @Test
    void aTouchRaisesTheVersionOfTheOwnerSoThatWhoHoldsItReadsItAgain() {
        Topic held = mapper.get(Topic.class, 1L).block();
        mapper.update(summary.withText("changed")).block();

        assertThatThrownBy(() -> mapper.update(held.withTitle("x")).block()).isInstanceOf(StaleVersionException.class);
        assertThat(mapper.get(Topic.class, 1L)
                        .flatMap(topic -> mapper.update(topic.withTitle("x")))
                        .block()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void manyCallersAtOnceTouchOneOwnerOnceEach() {
        int callers = 64;

        Flux.range(1, callers)
                .flatMap(caller -> mapper.insert(Pin.of(caller, 1L, null)).subscribeOn(Schedulers.parallel()), callers)
                .blockLast();

        assertThat(recorder.count()).isEqualTo(callers);
        assertThat(topics.touched()).containsExactly("board 1", "topic 1 x" + callers);
    }

    @Test
    void aRowThatManyCallersMoveAtOnceTouchesEachOwnerWhenItComesAndWhenItGoes() {
        for (var move : moves()) {
            List<Topic> owners = mapper.insertAll(Flux.range(0, 64).map(i -> Topic.of(null, "owner")))
                    .collectList()
                    .block();

            Flux.fromIterable(owners)
                    .flatMap(owner -> move.apply(owner).subscribeOn(Schedulers.parallel()), owners.size())
                    .blockLast();

            long last = mapper.get(Summary.class, 1L).block().topicId();
            assertThat(mapper.from(Topic.class)
                            .where(Topic_.ID.in(owners.stream().map(Topic::id).toList()))
                            .all()
                            .collectList()
                            .block())
                    .allSatisfy(topic -> assertThat(topic.version()).isEqualTo(topic.id() == last ? 1 : 2));
        }
    }

    private List<Function<Topic, Mono<Summary>>> moves() {
        return List.of(
                owner -> mapper.related(summary, Summary_.TOPIC).associate(owner),
                owner -> mapper.related(owner, Topic_.SUMMARY).save(summary),
                owner -> mapper.updateAll(Flux.just(summary.withTopicId(owner.id())))
                        .next());
    }
}
