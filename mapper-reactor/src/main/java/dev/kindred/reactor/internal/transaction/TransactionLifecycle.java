package dev.kindred.reactor.internal.transaction;

import dev.kindred.reactor.spi.AmbientTransaction.Outcome;

/**
 * The state of a transaction or a savepoint, and the states that can follow:
 *
 * <pre>
 * ACTIVE → COMMITTING → COMMITTED
 *                     → ROLLED_BACK   the server refused the commit
 *                     → UNKNOWN       the answer was lost, or its subscriber has cancelled
 * ACTIVE → ROLLED_BACK
 * ACTIVE → any final state        an ambient transaction, by its owner
 * </pre>
 *
 * Thread-safe.
 */
final class TransactionLifecycle {

    /** The states. */
    enum State {
        ACTIVE,
        COMMITTING,
        COMMITTED,
        ROLLED_BACK,
        UNKNOWN;

        boolean isFinal() {
            return this == COMMITTED || this == ROLLED_BACK || this == UNKNOWN;
        }

        private boolean allows(State next) {
            return switch (this) {
                case ACTIVE -> next == COMMITTING || next == ROLLED_BACK;
                case COMMITTING -> next == COMMITTED || next == ROLLED_BACK || next == UNKNOWN;
                case COMMITTED, ROLLED_BACK, UNKNOWN -> false;
            };
        }
    }

    private final Handing handing = new Handing();
    private State state = State.ACTIVE;

    /** Returns the statements of other users that are being sent. Closed before COMMIT or ROLLBACK is sent. */
    Handing handing() {
        return handing;
    }

    synchronized State state() {
        return state;
    }

    /** Changes to {@code next}, or throws {@link IllegalStateException} if it cannot follow. */
    synchronized void become(State next) {
        if (!state.allows(next)) {
            throw new IllegalStateException("A transaction cannot become " + next + " from " + state);
        }
        state = next;
    }

    /** Ends as the owner of an ambient transaction has ended it. */
    synchronized void end(Outcome outcome) {
        if (state != State.ACTIVE) {
            return;
        }
        state = switch (outcome) {
            case COMMITTED -> State.COMMITTED;
            case ROLLED_BACK -> State.ROLLED_BACK;
            case UNKNOWN -> State.UNKNOWN;
        };
    }

    /** Ends without a commit: rolled back, or unknown if a COMMIT was sent. Keeps a final state. */
    synchronized void abandon() {
        if (state == State.ACTIVE) {
            state = State.ROLLED_BACK;
        } else if (state == State.COMMITTING) {
            state = State.UNKNOWN;
        }
    }

    /** Returns whether the work was rolled back, or may have been. */
    synchronized boolean isVoid() {
        return state == State.ROLLED_BACK || state == State.UNKNOWN;
    }
}
