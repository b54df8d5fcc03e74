package dev.kindred.it.oneof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.FaultProxy;
import dev.kindred.reactor.ReactiveMapper;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Cancels writes and reads at many points on a slow network, with a pool of one connection. A write happens as a whole
 * or not at all, and the next caller gets a clean connection.
 */
@Tag("any-jdk")
class CancelledWritesOfOneIntegrationTests {

    private static final int STEP_MICROS = 4000;
    private static final int STEPS = 12;
    private static final Note NOTE = new Note(1L, "post", 1L, "n1", null);

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Subjects.TABLES).resetBefore(Subjects.EMPTY, Subjects.ROWS);

    static Stream<Arguments> operations() {
        return Stream.of(
                operation(
                        "associate",
                        mapper -> mapper.related(NOTE, Note_.SUBJECT).associate(new Video(2L, "v2", null, null, null))),
                operation(
                        "associate a new target",
                        mapper -> mapper.related(NOTE, Note_.SUBJECT).associate(Video.of("new"))),
                operation(
                        "dissociate",
                        mapper -> mapper.related(NOTE, Note_.SUBJECT).dissociate()),
                operation(
                        "preload",
                        mapper -> mapper.from(Comment.class)
                                .preload(Comment_.SUBJECT)
                                .all()),
                operation("handles", mapper -> mapper.from(Note.class).all().flatMap(Note::subject)));
    }

    private static Arguments operation(String name, Function<ReactiveMapper, Publisher<?>> operation) {
        return Arguments.of(name, operation);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    @Timeout(120)
    void aCancelAtAnyPointLeavesAllOrNothing(String name, Function<ReactiveMapper, Publisher<?>> operation) {
        // The socket of a cancel request may still be open when the proxy closes.
        database.expectBrokenSockets();
        try (FaultProxy proxy = FaultProxy.before(database.postgres())) {
            ReactiveMapper mapper = ReactiveMapper.create(database.newPool(1, proxy));
            mapper.find(Post.class, 1L).block();
            proxy.latency(Duration.ofMillis(4));

            Flux.range(0, STEPS)
                    .concatMap(
                            step -> cancelAfter(Duration.ofNanos(1000L * step * STEP_MICROS), operation.apply(mapper))
                                    .then(mapper.insert(Post.of("next" + step))))
                    .blockLast();

            proxy.latency(Duration.ZERO);
        }
        assertThat(rows("posts where title like 'next%'")).isEqualTo(STEPS);
        assertThat(rows("notes where (subject_type is null) <> (subject_id is null)"))
                .isZero();
        assertThat(rows("notes where subject_type = 'video' and subject_id not in (select id from videos)"))
                .as(name)
                .isZero();
        assertThat(rows("comments")).isEqualTo(6);
    }

    private static long rows(String from) {
        return database.postgres().queryLong("select count(*) from " + from);
    }

    private static Mono<Void> cancelAfter(Duration delay, Publisher<?> operation) {
        return Mono.usingWhen(
                Mono.fromSupplier(() -> Flux.from(operation).subscribe(value -> {}, error -> {})),
                subscription -> Mono.delay(delay).then(),
                subscription -> Mono.fromRunnable(subscription::dispose));
    }
}
