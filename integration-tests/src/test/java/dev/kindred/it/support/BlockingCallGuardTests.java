package dev.kindred.it.support;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class BlockingCallGuardTests {

    @Test
    void theProofHoldsExactlyWhenTheGuardIsArmed() {
        if (BlockingCallGuard.isWanted()) {
            assertDoesNotThrow(BlockingCallGuard::proveArmed);
        } else {
            assertThrows(IllegalStateException.class, BlockingCallGuard::proveArmed);
        }
    }

    @Test
    void aSwallowedViolationIsStillKnown() {
        Mono.fromCallable(() -> {
                    Thread.sleep(1);
                    return true;
                })
                .subscribeOn(Schedulers.parallel())
                .onErrorReturn(Throwable.class, false)
                .block();
        assertEquals(
                BlockingCallGuard.isWanted() ? 1 : 0,
                BlockingCallGuard.takeViolations().size());
    }
}
