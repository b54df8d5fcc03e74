package dev.kindred.reactor.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kindred.reactor.internal.transaction.TransactionLifecycle.State;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransactionLifecycleTests {

    private static final Map<State, Set<State>> WAYS = Map.of(
            State.ACTIVE, Set.of(State.COMMITTING, State.ROLLED_BACK),
            State.COMMITTING, Set.of(State.COMMITTED, State.ROLLED_BACK, State.UNKNOWN),
            State.COMMITTED, Set.of(),
            State.ROLLED_BACK, Set.of(),
            State.UNKNOWN, Set.of());

    private static final Map<State, List<State>> PATHS = Map.of(
            State.ACTIVE, List.of(),
            State.COMMITTING, List.of(State.COMMITTING),
            State.COMMITTED, List.of(State.COMMITTING, State.COMMITTED),
            State.ROLLED_BACK, List.of(State.ROLLED_BACK),
            State.UNKNOWN, List.of(State.COMMITTING, State.UNKNOWN));

    private static TransactionLifecycle in(State state) {
        TransactionLifecycle lifecycle = new TransactionLifecycle();
        PATHS.get(state).forEach(lifecycle::become);
        assertThat(lifecycle.state()).isEqualTo(state);
        return lifecycle;
    }

    static Stream<Arguments> steps() {
        return Stream.of(State.values())
                .flatMap(from -> Stream.of(State.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @MethodSource("steps")
    void everyWayThatIsNotOneIsRefusedAndChangesNothing(State from, State to) {
        TransactionLifecycle lifecycle = in(from);

        if (WAYS.get(from).contains(to)) {
            lifecycle.become(to);
            assertThat(lifecycle.state()).isEqualTo(to);
        } else {
            assertThatIllegalStateException().isThrownBy(() -> lifecycle.become(to));
            assertThat(lifecycle.state()).isEqualTo(from);
        }
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void whatIsAbandonedIsRolledBackOrUnknownUnlessItHadEnded(State from) {
        TransactionLifecycle lifecycle = in(from);

        lifecycle.abandon();

        assertThat(lifecycle.state())
                .isEqualTo(
                        switch (from) {
                            case ACTIVE -> State.ROLLED_BACK;
                            case COMMITTING -> State.UNKNOWN;
                            case COMMITTED, ROLLED_BACK, UNKNOWN -> from;
                        });
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void onlyWhatIsNotKeptForCertainIsVoid(State state) {
        assertThat(in(state).isVoid()).isEqualTo(state == State.ROLLED_BACK || state == State.UNKNOWN);
        assertThat(state.isFinal()).isEqualTo(WAYS.get(state).isEmpty());
    }
}
