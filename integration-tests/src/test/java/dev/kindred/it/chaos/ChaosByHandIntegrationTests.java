package dev.kindred.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The run of {@link ChaosIntegrationTests} with {@link R2dbcWorkload}, for a comparison. It prints what it finds, and
 * expects no zeros. {@code -Dchaos.by-hand=N} runs it with N operations.
 */
@EnabledIfSystemProperty(named = "chaos.by-hand", matches = "\\d+")
class ChaosByHandIntegrationTests {

    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void allOperationsEnd() throws Exception {
        int operations = Integer.getInteger("chaos.by-hand");
        long seed = Long.getLong("chaos.seed", System.nanoTime());

        Report report = ChaosRuns.run("by-hand", operations, seed, R2dbcWorkload::on);

        assertThat(report.operations()).isEqualTo(operations);
        assertThat(report.faults()).isPositive();
    }
}
