package dev.kindred.reactor.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

class TimingWheelTests {

    private static final Duration TICK = Duration.ofMillis(2);
    private static final long MILLISECOND = 1_000_000;

    private final TimingWheel wheel = new TimingWheel(TICK, Duration.ofMillis(10));

    @Test
    void aTaskRunsAfterItsTimeAndNotBefore() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        long start = System.nanoTime();
        long[] passed = new long[1];

        wheel.after(30 * MILLISECOND, () -> {
            passed[0] = System.nanoTime() - start;
            ran.countDown();
        });

        assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(passed[0]).isGreaterThanOrEqualTo(30 * MILLISECOND);
    }

    @Test
    void theWheelStopsWhenNothingWaitsAndTurnsAgainForTheNextTask() throws InterruptedException {
        assertThat(wheel.isTurning()).isFalse();
        for (int round = 0; round < 3; round++) {
            CountDownLatch ran = new CountDownLatch(1);
            wheel.after(MILLISECOND, ran::countDown);
            assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
            awaitStop();
        }
    }

    @Test
    void theWheelStopsWhenWhatWaitedWasDisposed() {
        Disposable late = wheel.after(TimeUnit.HOURS.toNanos(1), () -> {});
        Disposable later = wheel.after(Long.MAX_VALUE, () -> {});
        assertThat(wheel.isTurning()).isTrue();

        late.dispose();
        later.dispose();

        awaitStop();
        assertThat(late.isDisposed()).isTrue();
    }

    @Test
    void aTaskThatIsDisposedDoesNotRun() throws InterruptedException {
        AtomicInteger disposed = new AtomicInteger();
        CountDownLatch ran = new CountDownLatch(1);
        wheel.after(20 * MILLISECOND, disposed::incrementAndGet).dispose();
        wheel.after(40 * MILLISECOND, ran::countDown);

        assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(disposed).hasValue(0);
    }

    @Test
    void tasksBeyondOneRoundOfTheWheelRunInTheirTurn() throws InterruptedException {
        TimingWheel small = new TimingWheel(Duration.ofNanos(100_000), Duration.ofMillis(1));
        List<Integer> order = new ArrayList<>();
        CountDownLatch ran = new CountDownLatch(2);
        for (int milliseconds : List.of(300, 1)) {
            small.after(milliseconds * MILLISECOND, () -> {
                synchronized (order) {
                    order.add(milliseconds);
                }
                ran.countDown();
            });
        }

        assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(order).containsExactly(1, 300);
    }

    /** Tasks come just when the wheel stops; each of them runs or was disposed. */
    @RepeatedTest(3)
    void noTaskIsLostWhenItComesWhileTheWheelStops() throws InterruptedException {
        TimingWheel restless = new TimingWheel(Duration.ofNanos(50_000), Duration.ZERO);
        int tasks = 2000;
        CountDownLatch ran = new CountDownLatch(2 * tasks);
        Runnable producer = () -> {
            for (int i = 0; i < tasks; i++) {
                restless.after(10_000, ran::countDown);
                LockSupport.parkNanos(i % 7 * 20_000L);
            }
        };
        List<Thread> threads = List.of(new Thread(producer), new Thread(producer));

        threads.forEach(Thread::start);

        assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private void awaitStop() {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (wheel.isTurning() && System.nanoTime() < limit) {
            LockSupport.parkNanos(MILLISECOND);
        }
        assertThat(wheel.isTurning()).isFalse();
    }
}
