package dev.kindred.reactor.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;
import reactor.test.publisher.TestPublisher;

class TimeoutMonoTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final Queue<String> late = new ConcurrentLinkedQueue<>();

    private final TimeoutMono.Outcome<String> outcome = new TimeoutMono.Outcome<>() {
        @Override
        public Throwable expired() {
            return new TimeoutException("too long");
        }

        @Override
        public Throwable failed(Throwable error) {
            return new IllegalStateException("named", error);
        }

        @Override
        public void late(String value) {
            late.add(value);
        }
    };

    @Test
    void whatEndsInTimePassesAndErrorsAreNamed() {
        StepVerifier.create(TimeoutMono.within(LONG, Mono.just("a"), outcome))
                .expectNext("a")
                .verifyComplete();
        StepVerifier.create(TimeoutMono.within(LONG, Mono.<String>empty(), outcome))
                .verifyComplete();
        StepVerifier.create(TimeoutMono.within(LONG, Mono.<String>error(new RuntimeException("lost")), outcome))
                .verifyErrorMessage("named");
    }

    @Test
    void whatDoesNotEndInTimeIsCancelled() {
        TestPublisher<String> source = TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);

        StepVerifier.create(TimeoutMono.within(SHORT, source.mono(), outcome))
                .expectErrorMatches(error ->
                        error instanceof TimeoutException && error.getMessage().equals("too long"))
                .verify(LONG);
        source.assertCancelled();
    }

    @Test
    void theTimeRunsFromTheFirstDemand() {
        StepVerifier.create(TimeoutMono.within(SHORT, Mono.<String>never(), outcome), 0)
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(300))
                .thenRequest(1)
                .expectErrorMessage("too long")
                .verify(LONG);
    }

    @Test
    void aCancelReachesTheSourceOnceAndNothingComesAfterIt() {
        PublisherProbe<String> probe = PublisherProbe.of(Mono.never());

        Duration limit = Duration.ofSeconds(1);
        List<Throwable> errors = new CopyOnWriteArrayList<>();
        TimeoutMono.within(limit, probe.mono(), outcome)
                .subscribe(value -> {}, errors::add)
                .dispose();
        probe.assertWasCancelled();
        Mono.delay(limit.plusMillis(200)).block();
        assertThat(late).isEmpty();
        assertThat(errors).isEmpty();
    }

    /**
     * A pool gives a connection back when it is told of a cancel, so it must not be told of one after it has given it.
     */
    @Test
    void aSourceThatHasAnsweredIsNotCancelled() {
        AtomicInteger cancels = new AtomicInteger();
        Mono<String> source = Mono.just("a").hide().doOnCancel(cancels::incrementAndGet);

        assertThat(Flux.from(TimeoutMono.within(LONG, source, outcome)).next().block())
                .isEqualTo("a");
        assertThat(cancels).hasValue(0);
    }

    @Test
    void theContextOfTheSubscriberReachesTheSource() {
        StepVerifier.create(TimeoutMono.within(
                                LONG, Mono.deferContextual(context -> Mono.just(context.<String>get("who"))), outcome)
                        .contextWrite(context -> context.put("who", "me")))
                .expectNext("me")
                .verifyComplete();
    }

    /** Each value arrives or is late, and each wait ends once, however answer, time and cancel race. */
    @Test
    void nothingIsLostWhenAnswerTimeAndCancelRace() {
        int rounds = 3000;
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger arrived = new AtomicInteger();

        List<Integer> ends = Flux.range(0, rounds)
                .flatMap(
                        i -> {
                            Sinks.One<String> answer = Sinks.unsafe().one();
                            Mono<String> bounded = TimeoutMono.within(
                                            Duration.ofMillis(20), uncancellable(answer, asked), outcome)
                                    .doOnNext(value -> arrived.incrementAndGet());
                            Mono<Long> reply = Mono.delay(Duration.ofMillis(i % 50), Schedulers.parallel())
                                    .doOnNext(tick -> answer.tryEmitValue("value"));
                            Mono<String> waiting = i % 3 == 0
                                    ? bounded.takeUntilOther(Mono.delay(Duration.ofMillis(i % 47)))
                                    : bounded;
                            return Mono.zip(
                                    waiting.thenReturn(1).onErrorReturn(TimeoutException.class, 1),
                                    reply.delayElement(Duration.ofMillis(50)),
                                    (end, tick) -> end);
                        },
                        256)
                .collectList()
                .block(LONG);

        assertThat(ends).hasSize(rounds);
        assertThat(asked).hasValueGreaterThan(rounds / 2);
        assertThat(arrived.get() + late.size()).isEqualTo(asked.get());
    }

    private static Mono<String> uncancellable(Sinks.One<String> answer, AtomicInteger asked) {
        return new Mono<>() {
            @Override
            public void subscribe(CoreSubscriber<? super String> actual) {
                Mono<String> source = answer.asMono();
                actual.onSubscribe(new Subscription() {
                    @Override
                    public void request(long n) {
                        asked.incrementAndGet();
                        source.subscribe(actual::onNext, actual::onError, actual::onComplete);
                    }

                    @Override
                    public void cancel() {
                        // answers all the same
                    }
                });
            }
        };
    }
}
