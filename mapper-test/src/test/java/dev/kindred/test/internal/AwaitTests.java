package dev.kindred.test.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwaitTests {

    @Test
    void asksUntilItIsSo() {
        AtomicInteger asked = new AtomicInteger();
        Await.await(Duration.ofSeconds(5), () -> asked.incrementAndGet() == 5, () -> "never five");
        assertEquals(5, asked.get());
    }

    @Test
    void asksOnceIfThereIsNoTime() {
        Await.await(Duration.ZERO, () -> true, () -> "not so");
    }

    @Test
    void saysWhatIsNotSo() {
        AssertionError failure = assertThrows(
                AssertionError.class, () -> Await.await(Duration.ofMillis(20), () -> false, () -> "no rows"));
        assertTrue(String.valueOf(failure.getMessage()).startsWith("no rows"), failure::getMessage);
    }

    @Test
    void anInterruptEndsTheWait() {
        Thread.currentThread().interrupt();
        assertThrows(AssertionError.class, () -> Await.await(Duration.ofMinutes(1), () -> false, () -> "not so"));
        assertTrue(Thread.interrupted());
    }
}
