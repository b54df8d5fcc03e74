package dev.kindred.reactor.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.util.RaceTestUtils;

/** The signals of an operator meet on several threads. One of them is the end, and nothing is lost or said twice. */
class OperatorRaceTests {

    private static final int ROUNDS = 3000;

    @AfterEach
    void realClock() {
        TimeoutMono.useClock(null);
    }

    /**
     * A source that has answered is not cancelled: a pool would take the cancel for a connection that was given back.
     */
    private static void assertOneEnd(Witness witness, ManualMono source, int late) {
        assertThat(witness.values() + late).as("values that came or were late").isEqualTo(1);
        assertThat(witness.ends()).isLessThanOrEqualTo(1).isGreaterThanOrEqualTo(witness.values());
        assertThat(source.cancels()).isEqualTo(witness.values() == 1 ? 0 : 1);
    }

    @Test
    void aGuardedSourceEndsOnce() {
        for (int i = 0; i < ROUNDS; i++) {
            ManualMono source = new ManualMono();
            Witness witness = new Witness();
            AtomicReference<Consumer<Throwable>> end = new AtomicReference<>();
            Guarded.of(source, end::set).subscribe(witness);
            witness.request();

            RaceTestUtils.race(
                    source::answer, witness::cancel, () -> end.get().accept(new IllegalStateException("thrown")));

            assertOneEnd(witness, source, witness.discarded());
            int failed = witness.ends() - witness.values();
            assertThat(failed + witness.dropped()).as("errors").isEqualTo(1);
        }
    }

    /** Another thread ends the source while it is being subscribed. */
    @Test
    void anEndDuringTheSubscriptionComesAfterIt() {
        for (int i = 0; i < ROUNDS; i++) {
            ManualMono source = new ManualMono();
            Witness witness = new Witness();
            AtomicReference<Consumer<Throwable>> end = new AtomicReference<>();

            RaceTestUtils.race(() -> Guarded.of(source, end::set).subscribe(witness), () -> {
                while (end.get() == null) {
                    Thread.onSpinWait();
                }
                end.get().accept(new IllegalStateException("ended"));
            });

            assertThat(witness.subscriptions()).isEqualTo(1);
            assertThat(witness.early()).as("errors before the subscription").isZero();
            assertThat(witness.ends()).isEqualTo(1);
            assertThat(source.cancels()).isEqualTo(source.subscriptions());
        }
    }

    @Test
    void aBoundedSourceEndsOnce() {
        ManualClock clock = new ManualClock();
        TimeoutMono.useClock(clock);
        for (int i = 0; i < ROUNDS; i++) {
            ManualMono source = new ManualMono();
            Witness witness = new Witness();
            AtomicInteger late = new AtomicInteger();
            TimeoutMono.within(Duration.ofSeconds(1), source, new TimeoutMono.Outcome<String>() {
                        @Override
                        public Throwable expired() {
                            return new TimeoutException("too long");
                        }

                        @Override
                        public void late(String value) {
                            late.incrementAndGet();
                        }
                    })
                    .subscribe(witness);
            witness.request();

            RaceTestUtils.race(source::answer, witness::cancel, clock.task());

            assertOneEnd(witness, source, late.get());
        }
    }

    @Test
    void aHandoverStartsItsWorkOnceAndACancelReachesIt() {
        for (int i = 0; i < ROUNDS; i++) {
            ManualMono source = new ManualMono();
            Witness witness = new Witness();
            Handover.of(source).subscribe(witness);

            RaceTestUtils.race(witness::request, witness::request, witness::cancel);

            assertThat(source.subscriptions()).isLessThanOrEqualTo(1);
            assertThat(source.cancels()).isEqualTo(source.subscriptions());
        }
    }

    @Test
    void aHandoverEndsOnce() {
        for (int i = 0; i < ROUNDS; i++) {
            ManualMono source = new ManualMono();
            Witness witness = new Witness();
            Handover.of(source).subscribe(witness);

            RaceTestUtils.race(witness::request, witness::request);
            RaceTestUtils.race(source::answer, witness::cancel);

            assertThat(source.subscriptions()).isEqualTo(1);
            assertThat(source.cancels()).isEqualTo(1);
            assertThat(witness.values()).isLessThanOrEqualTo(1);
            assertThat(witness.ends()).isLessThanOrEqualTo(1).isGreaterThanOrEqualTo(witness.values());
        }
    }

    @Test
    void anErrorOfTheWorkOfAHandoverIsGivenOrDropped() {
        for (int i = 0; i < ROUNDS; i++) {
            ManualMono source = new ManualMono();
            Witness witness = new Witness();
            Handover.of(source).subscribe(witness);
            witness.request();

            RaceTestUtils.race(source::fail, witness::request, witness::cancel);

            assertThat(witness.values()).isZero();
            assertThat(witness.ends() + witness.dropped()).isEqualTo(1);
            assertThat(source.cancels()).isEqualTo(1);
        }
    }

    @Test
    void aHandoverOfManyGivesEachRowThatWasRequestedOnce() {
        for (int i = 0; i < ROUNDS; i++) {
            ManualMono source = new ManualMono();
            Witness witness = new Witness();
            Handover.each(source.map(value -> List.of(value, value, value))).subscribe(witness);
            witness.request();

            RaceTestUtils.race(source::answer, witness::request, witness::request);

            assertThat(source.subscriptions()).isEqualTo(1);
            assertThat(witness.values()).isEqualTo(3);
            assertThat(witness.ends()).isEqualTo(1);
        }
    }

    @Test
    void aGuardedSourceThatAnswersAfterItsEndIsCancelled() {
        ManualMono source = new ManualMono();
        Witness witness = new Witness();
        Guarded.of(source, end -> end.accept(new IllegalStateException("thrown")))
                .subscribe(witness);

        assertThat(witness.ends()).isEqualTo(1);
        assertThat(source.cancels()).isEqualTo(1);
    }

    @Test
    void aReceiverThatIsCancelledCancelsItsSource() {
        for (int i = 0; i < ROUNDS; i++) {
            ManualMono source = new ManualMono();
            Collecting receiver = new Collecting();

            RaceTestUtils.race(() -> source.subscribe(receiver), receiver::cancel, receiver::cancel);

            assertThat(source.cancels()).isEqualTo(1);
        }
    }

    private static final class Collecting extends Receiver<String> {

        void cancel() {
            cancelUpstream();
        }

        @Override
        public void onComplete() {
            assertThat(take()).isNotNull();
        }

        @Override
        public void onError(Throwable error) {
            throw new AssertionError(error);
        }
    }

    /** Keeps the last task that was scheduled, for the test to run. */
    private static final class ManualClock implements Scheduler {

        private volatile Runnable last = () -> {};

        Runnable task() {
            return last;
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            last = task;
            return Disposables.single();
        }

        @Override
        public Disposable schedule(Runnable task) {
            return Schedulers.immediate().schedule(task);
        }

        @Override
        public Worker createWorker() {
            return Schedulers.immediate().createWorker();
        }
    }
}
