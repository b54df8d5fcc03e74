package dev.kindred.reactor.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class ChunkStreamReadAheadTests {

    @Test
    void fromTheThirdOnOneChunkIsReadAheadOfTheDemand() {
        Numbers numbers = new NumbersAhead(10, 100);

        StepVerifier.create(ChunkStream.of(() -> numbers), 10)
                .expectNextCount(10)
                .then(() -> assertThat(numbers.read).hasValue(1))
                .thenRequest(10)
                .expectNextCount(10)
                .then(() -> assertThat(numbers.read).hasValue(3))
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(numbers.read).hasValue(4))
                .thenRequest(9)
                .expectNextCount(9)
                .then(() -> assertThat(numbers.read).hasValue(4))
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(numbers.read).hasValue(5))
                .thenRequest(Long.MAX_VALUE)
                .expectNextCount(69)
                .expectComplete()
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void whileThePreloadOfAChunkIsWaitedForOneFurtherIsRead() {
        Sinks.Empty<Void> completion = Sinks.empty();
        Numbers numbers = new NumbersAhead(10, 100) {
            @Override
            public Mono<Void> complete(List<Integer> chunk) {
                return chunk.get(0) == 21 ? completion.asMono() : super.complete(chunk);
            }
        };

        StepVerifier.create(ChunkStream.of(() -> numbers), 20)
                .expectNextCount(20)
                .then(() -> assertThat(numbers.read).hasValue(3))
                .thenRequest(1)
                .then(() -> assertThat(numbers.read).hasValue(4))
                .then(completion::tryEmitEmpty)
                .expectNextCount(1)
                .then(() -> assertThat(numbers.read).hasValue(4))
                .thenCancel()
                .verify(Duration.ofSeconds(5));
    }

    /** Numbers of which the read of the fourth chunk fails a number of times. */
    private static Numbers failingAhead(AtomicInteger failures) {
        return new NumbersAhead(10, 50) {
            @Override
            public Mono<List<Integer>> next() {
                return Mono.defer(() -> read.get() == 3 && failures.getAndDecrement() > 0
                        ? Mono.error(new IllegalStateException("lost"))
                        : super.next());
            }
        };
    }

    @Test
    void whatFailsBeforeItIsAskedForIsReadAgainWhenItIs() {
        AtomicInteger failures = new AtomicInteger(1);

        StepVerifier.create(ChunkStream.of(() -> failingAhead(failures)), 20)
                .expectNextCount(20)
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(failures).hasValue(0))
                .thenRequest(9)
                .expectNextCount(9)
                .thenRequest(20)
                .expectNextCount(20)
                .expectComplete()
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void whatFailsAgainWhenItIsAskedForIsAnError() {
        AtomicInteger failures = new AtomicInteger(2);

        StepVerifier.create(ChunkStream.of(() -> failingAhead(failures)), 30)
                .expectNextCount(30)
                .then(() -> assertThat(failures).hasValue(1))
                .thenRequest(1)
                .expectErrorMessage("lost")
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void aPreloadThatFailsBeforeItsRowsAreAskedForIsDoneAgainWhenTheyAre() {
        AtomicInteger failures = new AtomicInteger(1);
        Numbers numbers = new NumbersAhead(10, 50) {
            @Override
            public Mono<Void> complete(List<Integer> chunk) {
                return chunk.get(0) == 31 && failures.getAndDecrement() > 0
                        ? Mono.error(new IllegalStateException("lost"))
                        : super.complete(chunk);
            }
        };

        StepVerifier.create(ChunkStream.of(() -> numbers), 30)
                .expectNextCount(30)
                .then(() -> assertThat(failures).hasValue(0))
                .thenRequest(20)
                .expectNextCount(20)
                .expectComplete()
                .verify(Duration.ofSeconds(5));
        assertThat(numbers.completed).hasSize(5);
    }
}
