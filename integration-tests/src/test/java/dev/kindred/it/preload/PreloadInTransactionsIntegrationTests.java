package dev.kindred.it.preload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Witness;
import dev.kindred.it.entity.Witness_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementListener;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every row contains the id of the server process that read it, which shows the connection of each statement. */
class PreloadInTransactionsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Witness.TABLE).resetBefore("truncate all_witnesses", """
                insert into all_witnesses select g, nullif(g - 1, 0) from generate_series(1, 20) g
                """);

    private final Spans spans = new Spans();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(spans).build();
    }

    @Test
    void siblingAndNestedPreloadsRunOneAfterAnotherOnTheConnectionOfTheTransaction() {
        List<Witness> read = mapper.from(Witness.class)
                .preload(
                        Witness_.PARENT,
                        parent -> parent.preload(Witness_.PARENT)
                                .preload(Witness_.CHILD, child -> child.preload(Witness_.CHILD)))
                .preload(Witness_.CHILD, child -> child.preload(Witness_.CHILD))
                .all()
                .collectList()
                .as(mapper::transactional)
                .block();

        List<Integer> backends = read.stream()
                .flatMap(PreloadInTransactionsIntegrationTests::family)
                .map(Witness::backend)
                .toList();
        assertThat(read).hasSize(20);
        assertThat(backends).hasSizeGreaterThan(60);
        assertThat(backends.stream().distinct()).hasSize(1);
        assertThat(spans.count()).isEqualTo(2 + 7);
        spans.assertNoneOverlap();
    }

    @Test
    void handlesSubscribedTogetherRunOneAfterAnotherOnTheConnectionOfTheTransaction() {
        List<Integer> backends = mapper.from(Witness.class)
                .all()
                .flatMap(witness -> Flux.merge(
                        Mono.just(witness),
                        witness.parent(),
                        witness.child(),
                        witness.child().flatMap(Witness::child),
                        mapper.related(witness, Witness_.CHILD).find()))
                .map(Witness::backend)
                .collectList()
                .as(mapper::transactional)
                .block();

        assertThat(backends).hasSize(20 + 19 + 19 + 18 + 19);
        assertThat(backends.stream().distinct()).hasSize(1);
        assertThat(spans.count()).isEqualTo(2 + 1 + 3 + 20);
        spans.assertNoneOverlap();
    }

    @Test
    void queriesSubscribedTogetherWithPreloadsRunOneAfterAnother() {
        Flux<Witness> query = mapper.from(Witness.class)
                .preload(Witness_.PARENT, parent -> parent.preload(Witness_.PARENT))
                .all();

        List<Integer> backends = Flux.merge(query, query, query)
                .flatMap(PreloadInTransactionsIntegrationTests::familyLoaded)
                .map(Witness::backend)
                .collectList()
                .as(mapper::transactional)
                .block();

        assertThat(backends).hasSize(3 * (20 + 19 + 18));
        assertThat(backends.stream().distinct()).hasSize(1);
        assertThat(spans.count()).isEqualTo(2 + 3 * 3);
        spans.assertNoneOverlap();
    }

    @Test
    void preloadsInASavepointRunOnTheConnectionOfTheTransaction() {
        List<Integer> backends = mapper.find(Witness.class, 7)
                .zipWhen(first -> mapper.from(Witness.class)
                        .where(Witness_.ID.gt(10))
                        .preload(Witness_.PARENT)
                        .all()
                        .collectList()
                        .as(mapper::transactional))
                .map(both -> Stream.concat(
                                Stream.of(both.getT1().backend()),
                                both.getT2().stream()
                                        .flatMap(PreloadInTransactionsIntegrationTests::family)
                                        .map(Witness::backend))
                        .toList())
                .as(mapper::transactional)
                .block();

        assertThat(backends).hasSize(1 + 10 + 10);
        assertThat(backends.stream().distinct()).hasSize(1);
        spans.assertNoneOverlap();
    }

    /** Returns the entity and everything loaded with it, each once. The inverse relation of a related row is loaded. */
    private static Stream<Witness> family(Witness witness) {
        return family(witness, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Stream<Witness> family(Witness witness, Set<Witness> seen) {
        if (!seen.add(witness)) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(witness),
                Stream.of(witness.parent(), witness.child())
                        .map(handle -> Relations.stateOf(handle).getOrNull())
                        .flatMap(Stream::ofNullable)
                        .flatMap(related -> family(related, seen)));
    }

    private static Flux<Witness> familyLoaded(Witness witness) {
        return Flux.concat(
                Mono.just(witness), witness.parent(), witness.parent().flatMap(Witness::parent));
    }

    /** Records the time span of each statement. Safe for use by many threads. */
    private static final class Spans implements StatementListener {

        private final List<Span> spans = new CopyOnWriteArrayList<>();

        @Override
        public void onStatement(StatementExecution execution) {
            long end = System.nanoTime();
            spans.add(new Span(end - execution.duration().toNanos(), end, execution.sql()));
        }

        int count() {
            return spans.size();
        }

        void assertNoneOverlap() {
            List<Span> ordered =
                    spans.stream().sorted(Comparator.comparingLong(Span::begin)).toList();
            for (int i = 1; i < ordered.size(); i++) {
                assertThat(ordered.get(i).begin())
                        .describedAs("begin of %s after %s", ordered.get(i), ordered.get(i - 1))
                        .isGreaterThanOrEqualTo(ordered.get(i - 1).end());
            }
        }
    }

    private record Span(long begin, long end, String sql) {}
}
