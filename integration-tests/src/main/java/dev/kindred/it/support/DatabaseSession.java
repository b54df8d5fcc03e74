package dev.kindred.it.support;

/**
 * What {@code pg_stat_activity} says of one client of a database. Immutable, so safe for use by many threads.
 *
 * @param pid the server process
 * @param state {@code idle}, {@code active}, {@code idle in transaction} and so on; empty while it is not known
 * @param query the statement it runs, or ran last
 * @param applicationName what the client calls itself
 */
public record DatabaseSession(int pid, String state, String query, String applicationName) {

    /**
     * Whether the session runs a statement or holds a transaction open.
     *
     * @return false if it is idle, or only just logging in
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
