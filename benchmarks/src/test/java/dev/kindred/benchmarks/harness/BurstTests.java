package dev.kindred.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class BurstTests {

    @Test
    void eachCompletionStartsTheNextOperation() {
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Burst burst = new Burst(
                    (turn, completion) -> {
                        most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                        threads.execute(() -> {
                            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
                            inFlight.decrementAndGet();
                            completion.complete(turn);
                        });
                    },
                    3,
                    20);

            assertThat(burst.run(100)).isEqualTo(20 * 100 + 19 * 10);
            assertThat(most).hasValue(3);
            assertThat(burst.latency().median())
                    .isPositive()
                    .isLessThanOrEqualTo(burst.latency().p99());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anErrorEndsTheBurst() {
        Burst burst = new Burst((turn, completion) -> completion.fail(new IllegalStateException("refused")), 2, 10);

        assertThatThrownBy(burst::run).isInstanceOf(IllegalStateException.class).hasMessageContaining("refused");
    }
}
