package dev.kindred.reactor.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.postgresql.MultiHostConnectionStrategy.TargetServerType;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostMemoryTests {

    private static final Duration RECHECK = Duration.ofSeconds(10);
    private static final long LATER = RECHECK.toNanos();

    private final Random random = new Random(1);
    private final HostMemory memory = new HostMemory(4, RECHECK, false);

    private List<Integer> order(TargetServer target, long nanos) {
        return memory.order(target, nanos, random);
    }

    private void seen() {
        memory.record(0, HostState.UNREACHABLE, 0);
        memory.record(1, HostState.STANDBY, 0);
        memory.record(3, HostState.PRIMARY, 0);
    }

    @Test
    void unknownServersKeepTheirOrder() {
        assertThat(order(TargetServer.PRIMARY, 0)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void theWantedRoleIsFirstAndEveryServerIsTried() {
        seen();

        assertThat(order(TargetServer.PRIMARY, 1)).containsExactly(3, 2, 1, 0);
        assertThat(order(TargetServer.STANDBY, 1)).containsExactly(1, 2, 3, 0);
        assertThat(order(TargetServer.ANY, 1)).containsExactly(1, 2, 3, 0);
    }

    @Test
    void otherStatesAreForgottenAfterTheRecheckTime() {
        seen();

        assertThat(order(TargetServer.PRIMARY, LATER - 1)).containsExactly(3, 2, 1, 0);
        assertThat(order(TargetServer.PRIMARY, LATER)).containsExactly(3, 0, 1, 2);
        assertThat(order(TargetServer.STANDBY, LATER)).containsExactly(1, 0, 2, 3);
        assertThat(order(TargetServer.ANY, LATER)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void theLastStateOfAServerCounts() {
        seen();
        memory.record(1, HostState.PRIMARY, 2);
        memory.record(3, HostState.UNREACHABLE, 2);

        assertThat(order(TargetServer.PRIMARY, 3)).containsExactly(1, 2, 0, 3);
    }

    @Test
    void equalServersAreTriedInRandomOrder() {
        HostMemory balanced = new HostMemory(4, RECHECK, true);
        balanced.record(2, HostState.UNREACHABLE, 0);
        Set<Integer> first = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            List<Integer> order = balanced.order(TargetServer.ANY, 1, random);
            assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3).endsWith(2);
            first.add(order.get(0));
        }
        assertThat(first).containsExactlyInAnyOrder(0, 1, 3);
    }

    @Test
    void aPreferredStandbyIsReplacedByAnyServer() {
        assertThat(TargetServer.of(TargetServerType.PREFER_SECONDARY))
                .containsExactly(TargetServer.STANDBY, TargetServer.ANY);
        assertThat(TargetServer.of(TargetServerType.PRIMARY)).containsExactly(TargetServer.PRIMARY);
        assertThat(TargetServer.of(TargetServerType.SECONDARY)).containsExactly(TargetServer.STANDBY);
        assertThat(TargetServer.of(TargetServerType.ANY)).containsExactly(TargetServer.ANY);
    }
}
