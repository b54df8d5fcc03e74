package dev.kindred.test.internal;

/**
 * A row of {@code pg_stat_activity}: one client of a database. Immutable, so safe for use by many threads.
 *
 * @param pid the server process
 * @param state {@code idle}, {@code active}, {@code idle in transaction} and so on; empty while it is unknown
 * @param query the running statement, or the last one
 * @param applicationName the application name of the client
 */
public record DatabaseSession(int pid, String state, String query, String applicationName) {

    /**
     * Returns whether the session runs a statement or has an open transaction.
     *
     * @return false if it is idle or logging in
     */
    public boolean isBusy() {
        return switch (state) {
            case "active", "idle in transaction", "idle in transaction (aborted)", "fastpath function call" -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return "session " + pid + " (" + applicationName + ") is " + state + ": " + query;
    }
}
