package dev.kindred.reactor.internal.preload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.reactor.internal.connection.ManualMono;
import dev.kindred.reactor.internal.connection.Witness;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.test.util.RaceTestUtils;

/** Subscribers of one load come and go while it ends: each is told once, and the last one that leaves cancels it. */
class SharedLoadRaceTests {

    private static final int ROUNDS = 3000;

    private final AtomicInteger ended = new AtomicInteger();
    private final ManualMono source = new ManualMono();

    private static SharedLoad.Waiter<String, String> waiter(Witness witness) {
        SharedLoad.Waiter<String, String> waiter = new SharedLoad.Waiter<>(witness, value -> value);
        witness.onSubscribe(waiter);
        witness.request();
        return waiter;
    }

    private SharedLoad<String> load(SharedLoad.Waiter<String, String> first) {
        SharedLoad<String> load = new SharedLoad<>(source, first, over -> ended.incrementAndGet());
        first.waitFor(load);
        load.start();
        return load;
    }

    @Test
    void oneThatLeavesDoesNotKeepTheOtherFromTheOutcome() {
        for (int i = 0; i < ROUNDS; i++) {
            SharedLoadRaceTests round = new SharedLoadRaceTests();
            Witness leaving = new Witness();
            Witness staying = new Witness();
            SharedLoad<String> load = round.load(waiter(leaving));
            SharedLoad.Waiter<String, String> second = waiter(staying);
            assertThat(load.join(second)).isTrue();
            second.waitFor(load);

            RaceTestUtils.race(round.source::answer, leaving::cancel);

            assertThat(staying.values()).isEqualTo(1);
            assertThat(staying.ends()).isEqualTo(1);
            assertThat(leaving.values()).isLessThanOrEqualTo(1);
            assertThat(round.source.cancels()).isZero();
            assertThat(round.ended).hasValue(1);
        }
    }

    @Test
    void theLastOneThatLeavesCancelsTheLoad() {
        for (int i = 0; i < ROUNDS; i++) {
            SharedLoadRaceTests round = new SharedLoadRaceTests();
            Witness one = new Witness();
            Witness other = new Witness();
            SharedLoad<String> load = round.load(waiter(one));
            SharedLoad.Waiter<String, String> second = waiter(other);
            assertThat(load.join(second)).isTrue();
            second.waitFor(load);

            RaceTestUtils.race(one::cancel, other::cancel);

            assertThat(round.source.cancels()).isEqualTo(1);
            assertThat(round.ended).hasValue(1);
            assertThat(one.ends() + other.ends()).isZero();
        }
    }

    @Test
    void oneThatJoinsWhileTheLoadIsCancelledIsToldToStartAnother() {
        for (int i = 0; i < ROUNDS; i++) {
            SharedLoadRaceTests round = new SharedLoadRaceTests();
            Witness leaving = new Witness();
            Witness joining = new Witness();
            SharedLoad<String> load = round.load(waiter(leaving));
            SharedLoad.Waiter<String, String> second = waiter(joining);
            AtomicInteger joined = new AtomicInteger();

            RaceTestUtils.race(leaving::cancel, () -> joined.set(load.join(second) ? 1 : 0));

            assertThat(round.source.cancels()).isEqualTo(1 - joined.get());
        }
    }
}
