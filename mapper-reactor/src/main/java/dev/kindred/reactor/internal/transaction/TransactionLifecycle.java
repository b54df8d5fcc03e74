package dev.kindred.reactor.internal.transaction;

/**
 * Where a transaction or a savepoint is on its way, and which way it can still go:
 *
 * <pre>
 * ACTIVE → COMMITTING → COMMITTED
 *                     → ROLLED_BACK   the server refused the commit
 *                     → UNKNOWN       the answer was lost, or nobody waited for it
 * ACTIVE → ROLLED_BACK
 * </pre>
 *
 * Thread-safe.
 */
final class TransactionLifecycle {

    /** Where it is. */
    enum State {
        ACTIVE,
        COMMITTING,
        COMMITTED,
        ROLLED_BACK,
        UNKNOWN;

        boolean isFinal() {
            return this == COMMITTED || this == ROLLED_BACK || this == UNKNOWN;
        }

        private boolean leadsTo(State next) {
            return switch (this) {
                case ACTIVE -> next == COMMITTING || next == ROLLED_BACK;
                case COMMITTING -> next == COMMITTED || next == ROLLED_BACK || next == UNKNOWN;
                case COMMITTED, ROLLED_BACK, UNKNOWN -> false;
            };
        }
    }

    private State state = State.ACTIVE;

    synchronized State state() {
        return state;
    }

    /** Goes on to {@code next}, or throws {@link IllegalStateException} when there is no such way. */
    synchronized void become(State next) {
        if (!state.leadsTo(next)) {
            throw new IllegalStateException("A transaction cannot become " + next + " from " + state);
        }
        state = next;
    }

    /** Ends without a commit: rolled back, or when a commit is on its way, unknown. Leaves an end that was reached as it is. */
    synchronized void abandon() {
        if (state == State.ACTIVE) {
            state = State.ROLLED_BACK;
        } else if (state == State.COMMITTING) {
            state = State.UNKNOWN;
        }
    }

    /** Tells whether what was done is not kept, or may not be. */
    synchronized boolean isVoid() {
        return state == State.ROLLED_BACK || state == State.UNKNOWN;
    }
}
