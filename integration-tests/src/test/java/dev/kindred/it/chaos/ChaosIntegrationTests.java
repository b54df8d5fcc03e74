package dev.kindred.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * 32 callers on a pool of ten connections run every kind of write, and reads with relations, while the server and the
 * network fail. Of a hundred calls ten are cancelled and five have a deadline. {@link Oracle} judges what is stored.
 *
 * <p>{@code -Dchaos.operations=N} sets the number of operations. {@code -Dchaos.seed=S} repeats the random choices of a
 * run. The timing stays that of the machine.
 */
@DisabledIfSystemProperty(named = "kindred.test.pool", matches = "1", disabledReason = "It has a pool of its own")
class ChaosIntegrationTests {

    private static final int OPERATIONS = Integer.getInteger("chaos.operations", 2000);
    private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());

    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void nothingIsLostAndNothingHangs() throws Exception {
        Report report = ChaosRuns.run("chaos", OPERATIONS, SEED, KindredWorkload::on);

        assertThat(report.isClean()).as(report.line()).isTrue();
        assertThat(report.operations()).isEqualTo(OPERATIONS);
        assertThat(report.faults()).isPositive();
    }
}
