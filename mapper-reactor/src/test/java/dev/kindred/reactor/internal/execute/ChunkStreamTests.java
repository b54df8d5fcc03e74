package dev.kindred.reactor.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;

class ChunkStreamTests {

    @Test
    void eachSubscriberGetsAllRowsInOrder() {
        Flux<Integer> rows = ChunkStream.of(() -> new Numbers(7, 100));

        for (int i = 0; i < 2; i++) {
            assertThat(rows.collectList().block())
                    .isEqualTo(IntStream.rangeClosed(1, 100).boxed().toList());
        }
        assertThat(ChunkStream.of(() -> new Numbers(7, 0)).collectList().block())
                .isEmpty();
    }

    @Test
    void chunksThatEndAtOnceDoNotOverflowTheStack() {
        assertThat(ChunkStream.of(() -> new Numbers(1, 200_000)).count().block())
                .isEqualTo(200_000);
        assertThat(ChunkStream.of(() -> new NumbersAhead(3, 200_000))
                        .limitRate(1)
                        .count()
                        .block())
                .isEqualTo(200_000);
    }

    @Test
    void noMoreIsReadThanIsAskedFor() {
        Numbers numbers = new Numbers(10, 100);

        StepVerifier.create(ChunkStream.of(() -> numbers), 0)
                .expectSubscription()
                .then(() -> assertThat(numbers.read).hasValue(0))
                .thenRequest(10)
                .expectNextCount(10)
                .then(() -> assertThat(numbers.read).hasValue(1))
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(numbers.read).hasValue(2))
                .thenRequest(9)
                .expectNextCount(9)
                .then(() -> assertThat(numbers.read).hasValue(2))
                .thenCancel()
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void theEndComesWithTheLastRowAndNeedsNoDemand() {
        StepVerifier.create(ChunkStream.of(() -> new Numbers(10, 20)), 20)
                .expectNextCount(20)
                .expectComplete()
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void theNextChunkIsReadWhileOneIsCompletedAndNoFurtherOne() {
        Sinks.Empty<Void> completion = Sinks.empty();
        Numbers numbers = new Numbers(10, 100) {
            @Override
            public Mono<Void> complete(List<Integer> chunk) {
                return chunk.get(0) == 1 ? completion.asMono() : super.complete(chunk);
            }
        };

        StepVerifier.create(ChunkStream.of(() -> numbers))
                .expectSubscription()
                .then(() -> assertThat(numbers.read).hasValue(2))
                .then(completion::tryEmitEmpty)
                .expectNextCount(100)
                .expectComplete()
                .verify(Duration.ofSeconds(5));
        assertThat(numbers.completed).hasSize(9);
    }

    @Test
    void anErrorComesBehindTheRowsBeforeIt() {
        Numbers failing = new Numbers(10, 100) {
            @Override
            public Mono<List<Integer>> next() {
                return read.get() == 2 ? Mono.error(new IllegalStateException("lost")) : super.next();
            }
        };

        StepVerifier.create(ChunkStream.of(() -> failing))
                .expectNextCount(20)
                .expectErrorMessage("lost")
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void anErrorOfACompletionCancelsTheReadThatIsAhead() {
        PublisherProbe<List<Integer>> ahead = PublisherProbe.of(Mono.never());
        Sinks.Empty<Void> completion = Sinks.empty();
        Numbers failing = new Numbers(10, 100) {
            @Override
            public Mono<List<Integer>> next() {
                return read.get() == 1 ? ahead.mono() : super.next();
            }

            @Override
            public Mono<Void> complete(List<Integer> chunk) {
                return completion.asMono();
            }
        };

        StepVerifier.create(ChunkStream.of(() -> failing))
                .expectSubscription()
                .then(ahead::assertWasSubscribed)
                .then(() -> completion.tryEmitError(new IllegalStateException("lost")))
                .expectErrorMessage("lost")
                .verify(Duration.ofSeconds(5));
        ahead.assertWasCancelled();
    }

    @Test
    void aCancelReachesEverythingThatIsOnItsWay() {
        PublisherProbe<List<Integer>> ahead = PublisherProbe.of(Mono.never());
        PublisherProbe<Void> completion = PublisherProbe.of(Mono.never());
        Numbers numbers = new Numbers(10, 100) {
            @Override
            public Mono<List<Integer>> next() {
                return read.get() == 1 ? ahead.mono() : super.next();
            }

            @Override
            public Mono<Void> complete(List<Integer> chunk) {
                return completion.mono();
            }
        };

        StepVerifier.create(ChunkStream.of(() -> numbers))
                .expectSubscription()
                .then(ahead::assertWasSubscribed)
                .thenCancel()
                .verify(Duration.ofSeconds(5));

        ahead.assertWasCancelled();
        completion.assertWasCancelled();
    }

    @Test
    void takingSomeStopsThere() {
        Numbers numbers = new Numbers(10, 1000);

        assertThat(ChunkStream.of(() -> numbers).take(15).count().block()).isEqualTo(15);
        assertThat(numbers.read.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void stepsRunWithTheContextOfTheSubscriber() {
        Numbers numbers = new Numbers(10, 30) {
            @Override
            public Mono<Void> complete(List<Integer> chunk) {
                return Mono.deferContextual(
                        context -> context.hasKey("who") ? super.complete(chunk) : Mono.error(new AssertionError()));
            }
        };

        assertThat(ChunkStream.of(() -> numbers)
                        .contextWrite(context -> context.put("who", "me"))
                        .count()
                        .block())
                .isEqualTo(30);
    }

    @Test
    void stepsOnOtherThreadsAndASubscriberOnAnotherOneLoseNothing() {
        Numbers numbers = new NumbersAhead(3, 20_000) {
            @Override
            public Mono<List<Integer>> next() {
                return super.next().subscribeOn(Schedulers.parallel());
            }

            @Override
            public Mono<Void> complete(List<Integer> chunk) {
                return super.complete(chunk).subscribeOn(Schedulers.parallel());
            }
        };

        List<Integer> seen = ChunkStream.of(() -> numbers)
                .publishOn(Schedulers.single(), 8)
                .collectList()
                .block(Duration.ofSeconds(30));

        assertThat(seen).isEqualTo(IntStream.rangeClosed(1, 20_000).boxed().toList());
    }
}
