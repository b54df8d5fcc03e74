package dev.kindred.reactor.internal.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KnownPositionsTests {

    private static final Duration LAG = Duration.ofNanos(100);

    private final KnownPositions positions = new KnownPositions(2, Duration.ofNanos(10));

    private boolean isFresh(long minimum, long now) {
        return positions.isFresh(0, minimum, LAG, now);
    }

    @Test
    void eachServerIsAskedOnceForEachInterval() {
        assertThat(positions.claim(0, 5)).isTrue();
        assertThat(positions.claim(0, 14)).isFalse();
        assertThat(positions.claim(1, 14)).isTrue();
        assertThat(positions.claim(0, 15)).isTrue();
        assertThat(positions.claimPrimary(5)).isTrue();
        assertThat(positions.claimPrimary(14)).isFalse();
        assertThat(positions.claimPrimary(15)).isTrue();
    }

    @Test
    void aReplicaIsFreshIfThePrimaryWasAtItsPositionALittleEarlier() {
        positions.primaryAt(1000, 0);
        positions.replicaAt(0, 1000);

        assertThat(isFresh(0, 100)).isTrue();
        assertThat(isFresh(0, 101)).isFalse();
        assertThat(isFresh(1000, 100)).isTrue();
        assertThat(isFresh(1001, 100)).isFalse();
    }

    @Test
    void anEarlierPositionOfThePrimaryCounts() {
        positions.primaryAt(1000, 0);
        positions.primaryAt(2000, 50);
        positions.replicaAt(0, 1999);

        assertThat(isFresh(0, 100)).isTrue();
        assertThat(isFresh(0, 101)).isFalse();
        positions.replicaAt(0, 2000);
        assertThat(isFresh(0, 150)).isTrue();
    }

    @Test
    void aReplicaThatIsUnknownOrUnusableIsNotFresh() {
        positions.primaryAt(0, 0);

        assertThat(isFresh(0, 0)).isFalse();
        positions.replicaAt(0, 0);
        assertThat(isFresh(0, 0)).isTrue();
        positions.unusable(0);
        assertThat(isFresh(0, 0)).isFalse();
    }

    @Test
    void aReplicaIsNotFreshIfThePrimaryWasNeverAtItsPosition() {
        positions.replicaAt(0, 1000);
        assertThat(isFresh(0, 0)).isFalse();
        positions.primaryAt(1001, 0);
        assertThat(isFresh(0, 0)).isFalse();
    }

    @Test
    void timesMayOverflow() {
        positions.primaryAt(1000, Long.MAX_VALUE - 10);
        positions.replicaAt(0, 1000);

        assertThat(isFresh(0, Long.MIN_VALUE + 80)).isTrue();
        assertThat(isFresh(0, Long.MIN_VALUE + 100)).isFalse();
    }
}
