package dev.kindred.reactor.internal.preload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;

class LoadStateTests {

    private static final Resolution<String> ONE = Resolution.of(Map.of(1L, "one"), Set.of(1L));

    private final LoadState<String> state = new LoadState<>(null);

    private Mono<Resolution<String>> joined(Supplier<Mono<Resolution<String>>> load) {
        return new Mono<>() {
            @Override
            public void subscribe(CoreSubscriber<? super Resolution<String>> actual) {
                state.join(load, found -> found, actual);
            }
        };
    }

    @Test
    void subscribersThatComeWhileALoadRunsShareIt() {
        Sinks.One<Resolution<String>> load = Sinks.one();
        AtomicInteger loads = new AtomicInteger();
        Mono<Resolution<String>> joined =
                joined(() -> load.asMono().doOnSubscribe(subscription -> loads.incrementAndGet()));

        StepVerifier.create(
                        Mono.zip(joined, joined, joined).map(all -> all.getT3().value(1L)))
                .then(() -> load.tryEmitValue(ONE))
                .expectNext("one")
                .verifyComplete();

        assertThat(loads).hasValue(1);
        assertThat(state.known()).isEqualTo(ONE);
    }

    @Test
    void aLoadThatBeganBeforeAKeyWasForgottenIsNotRemembered() {
        Sinks.One<Resolution<String>> load = Sinks.one();

        StepVerifier.create(joined(load::asMono))
                .then(() -> state.forget(1L))
                .then(() -> load.tryEmitValue(ONE))
                .expectNext(ONE)
                .verifyComplete();
        assertThat(state.known()).isNull();

        StepVerifier.create(joined(() -> Mono.just(ONE))).expectNext(ONE).verifyComplete();
        assertThat(state.known().covers(1L)).isTrue();
        state.forget(1L);
        assertThat(state.known().covers(1L)).isFalse();
    }

    @Test
    void oneThatGoesAwayDoesNotCancelTheOthers() {
        Sinks.One<Resolution<String>> load = Sinks.one();
        PublisherProbe<Resolution<String>> probe = PublisherProbe.of(load.asMono());
        Disposable first = joined(probe::mono).subscribe();

        StepVerifier.create(joined(probe::mono))
                .then(first::dispose)
                .then(() -> load.tryEmitValue(ONE))
                .expectNext(ONE)
                .verifyComplete();

        assertThat(probe.subscribeCount()).isEqualTo(1);
        probe.assertWasNotCancelled();
    }

    @Test
    void theLastOneThatGoesAwayCancelsTheLoadAndNothingIsRemembered() {
        PublisherProbe<Resolution<String>> probe = PublisherProbe.of(Mono.never());
        Disposable first = joined(probe::mono).subscribe();
        Disposable second = joined(probe::mono).subscribe();

        first.dispose();
        probe.assertWasNotCancelled();
        second.dispose();

        probe.assertWasCancelled();
        assertThat(state.known()).isNull();
        StepVerifier.create(joined(() -> Mono.just(ONE))).expectNext(ONE).verifyComplete();
    }

    @Test
    void anErrorReachesAllAndIsNotRemembered() {
        Sinks.One<Resolution<String>> load = Sinks.one();
        Mono<Resolution<String>> joined = joined(load::asMono);

        StepVerifier.create(Flux.merge(joined.onErrorReturn(ONE), joined.onErrorReturn(ONE)))
                .then(() -> load.tryEmitError(new IllegalStateException("lost")))
                .expectNext(ONE, ONE)
                .verifyComplete();

        assertThat(state.known()).isNull();
    }

    @Test
    void theFirstSubscriberLendsItsContext() {
        Mono<Resolution<String>> load = Mono.deferContextual(context ->
                Mono.just(Resolution.of(Map.of(1L, context.<String>get("who")), Set.of(1L))));

        StepVerifier.create(joined(() -> load)
                        .map(found -> found.value(1L))
                        .contextWrite(context -> context.put("who", "me")))
                .expectNext("me")
                .verifyComplete();
    }

    @Test
    void whatIsFoundLaterAddsToWhatIsKnown() {
        state.remember(ONE);
        state.remember(Resolution.of(Map.of(), Set.of(2L)));
        state.remember(Resolution.of(Map.of(3L, "three"), Set.of(3L, 1L)));

        assertThat(state.known().value(3L)).isEqualTo("three");
        assertThat(state.known().covered()).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(state.known().value(1L)).isNull();
    }

    @Test
    void theFirstThatEndsMayLetTheOthersEndAndTheyDoNotNestFurther() {
        Sinks.One<Resolution<String>> load = Sinks.one();
        List<String> ends = new ArrayList<>();
        for (String name : List.of("first", "second", "third")) {
            joined(load::asMono).subscribe(found -> {}, error -> {}, () -> {
                state.tellTheOthers();
                ends.add(name);
            });
        }

        load.tryEmitValue(ONE);

        assertThat(ends).containsExactly("second", "third", "first");
    }

    @Test
    void onlyTheThreadThatTellsTheOutcomeTellsTheOthers() {
        Sinks.One<Resolution<String>> load = Sinks.one();
        List<String> ends = new ArrayList<>();
        joined(load::asMono).subscribe(found -> {}, error -> {}, () -> {
            CompletableFuture.runAsync(state::tellTheOthers).join();
            ends.add("first");
        });
        joined(load::asMono).subscribe(found -> ends.add("second"));

        load.tryEmitValue(ONE);
        state.tellTheOthers();

        assertThat(ends).containsExactly("first", "second");
    }

    @Test
    void joinsAndCancelsThatRaceAllEnd() {
        Flux.range(0, 20_000)
                .flatMap(
                        i -> {
                            Mono<Resolution<String>> joined =
                                    joined(() -> Mono.just(ONE).publishOn(Schedulers.parallel()));
                            return ThreadLocalRandom.current().nextBoolean()
                                    ? joined
                                    : joined.timeout(Duration.ofNanos(1), Mono.just(ONE));
                        },
                        64)
                .as(StepVerifier::create)
                .expectNextCount(20_000)
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }
}
