package dev.kindred.reactor.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class GateTests {

    private final Gate gate = new Gate();
    private final AtomicInteger abandoned = new AtomicInteger();

    private <T> Mono<T> pass(Mono<T> source) {
        return gate.pass(source, abandoned::incrementAndGet);
    }

    @Test
    void turnsRunOneAfterAnotherInTheOrderOfTheirSubscription() {
        AtomicInteger running = new AtomicInteger();
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());

        Flux.range(0, 200)
                .flatMap(
                        i -> pass(Mono.defer(() -> {
                                    assertThat(running.incrementAndGet()).isEqualTo(1);
                                    order.add(i);
                                    return Mono.delay(Duration.ofNanos(1000));
                                })
                                .doOnTerminate(running::decrementAndGet)),
                        200)
                .blockLast(Duration.ofSeconds(20));

        assertThat(order).isEqualTo(IntStream.range(0, 200).boxed().toList());
        assertThat(gate.isOccupied()).isFalse();
    }

    @Test
    void aHundredThousandTurnsThatEndAtOnceDoNotOverflowTheStack() {
        Sinks.One<String> first = Sinks.one();
        List<String> seen = new ArrayList<>();
        Disposable holding = pass(first.asMono()).subscribe();
        for (int i = 0; i < 100_000; i++) {
            pass(Mono.just("x")).subscribe(seen::add);
        }

        first.tryEmitValue("go");

        assertThat(holding.isDisposed()).isTrue();
        assertThat(seen).hasSize(100_000);
    }

    @Test
    void oneThatIsCancelledWhileItWaitsNeverRuns() {
        Sinks.One<String> first = Sinks.one();
        AtomicInteger ran = new AtomicInteger();
        pass(first.asMono()).subscribe();
        Disposable second = pass(Mono.fromRunnable(ran::incrementAndGet)).subscribe();
        List<String> third = new ArrayList<>();
        pass(Mono.just("third")).subscribe(third::add);

        second.dispose();
        first.tryEmitEmpty();

        assertThat(ran).hasValue(0);
        assertThat(abandoned).hasValue(0);
        assertThat(third).containsExactly("third");
    }

    @Test
    void oneThatIsCancelledWhileItRunsRunsToItsEndBeforeTheNext() {
        Sinks.One<String> first = Sinks.one();
        List<String> seen = new ArrayList<>();
        Disposable running = pass(first.asMono()).subscribe(seen::add);
        pass(Mono.just("next")).subscribe(seen::add);

        running.dispose();
        assertThat(abandoned).hasValue(1);
        assertThat(seen).isEmpty();
        first.tryEmitValue("nobody wants this");

        assertThat(seen).containsExactly("next");
        assertThat(gate.isOccupied()).isFalse();
    }

    @Test
    void anErrorReachesItsSubscriberAndTheNextRuns() {
        StepVerifier.create(pass(Mono.error(new IllegalStateException("broken"))))
                .verifyErrorMessage("broken");
        StepVerifier.create(pass(Mono.just(1))).expectNext(1).verifyComplete();
    }

    @Test
    void demandIsRespected() {
        StepVerifier.create(pass(Mono.just(1)), 0)
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(20))
                .thenRequest(1)
                .expectNext(1)
                .verifyComplete();
    }

    @Test
    void theContextOfTheSubscriberReachesTheSource() {
        Mono<String> source = Mono.deferContextual(context -> Mono.just(context.get("key")));

        StepVerifier.create(pass(source).contextWrite(context -> context.put("key", "value")))
                .expectNext("value")
                .verifyComplete();
    }

    @Test
    void whoHoldsTheGateKeepsItUntilItIsDone() {
        AtomicReference<Runnable> done = new AtomicReference<>();
        List<String> seen = new ArrayList<>();
        gate.<String>hold(leave -> {
                    done.set(leave);
                    return Mono.just("held");
                })
                .subscribe(seen::add);
        pass(Mono.just("next")).subscribe(seen::add);

        assertThat(seen).containsExactly("held");
        done.get().run();
        done.get().run();
        assertThat(seen).containsExactly("held", "next");
        assertThat(gate.isOccupied()).isFalse();
    }

    @Test
    void aCancelReachesTheWorkThatHoldsTheGate() {
        AtomicInteger cancelled = new AtomicInteger();
        Disposable holding = gate.hold(leave ->
                        Mono.never().doOnCancel(cancelled::incrementAndGet).doFinally(signal -> leave.run()))
                .subscribe();

        holding.dispose();

        assertThat(cancelled).hasValue(1);
        assertThat(gate.isOccupied()).isFalse();
    }

    @Test
    void oneWhoseSubscriberThrowsDoesNotKeepTheOthersFromRunning() {
        Sinks.One<String> first = Sinks.one();
        List<String> seen = new ArrayList<>();
        NoClassDefFoundError missing = new NoClassDefFoundError("missing");
        pass(first.asMono()).subscribe(value -> {
            throw missing;
        });
        pass(Mono.just("second")).subscribe(value -> {
            throw missing;
        });
        pass(Mono.just("third")).subscribe(seen::add);

        first.tryEmitValue("go");
        pass(Mono.just("fourth")).subscribe(seen::add);

        assertThat(seen).containsExactly("third", "fourth");
        assertThat(gate.isOccupied()).isFalse();
    }

    @Test
    void aSourceThatThrowsEndsWithThatAndTheNextRuns() {
        NoClassDefFoundError missing = new NoClassDefFoundError("missing");

        StepVerifier.create(pass(Mono.defer(() -> {
                    throw missing;
                })))
                .verifyErrorSatisfies(error -> assertThat(error).hasCause(missing));
        StepVerifier.create(pass(Mono.just(1))).expectNext(1).verifyComplete();
    }

    @Test
    void cancelsAndEndsThatRaceLeaveTheGateOpen() throws InterruptedException {
        int rounds = 20_000;
        CountDownLatch ended = new CountDownLatch(rounds);
        for (int i = 0; i < rounds; i++) {
            Disposable turn = pass(Mono.just(i).publishOn(Schedulers.parallel()))
                    .doFinally(signal -> ended.countDown())
                    .subscribe();
            if (ThreadLocalRandom.current().nextBoolean()) {
                Schedulers.parallel().schedule(turn::dispose);
            }
        }

        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        StepVerifier.create(pass(Mono.just("open")))
                .expectNext("open")
                .expectComplete()
                .verify(Duration.ofSeconds(5));
    }
}
