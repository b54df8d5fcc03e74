package dev.kindred.it.boot.hangup;

/** What the hang-ups of one sweep left behind. For one thread. */
final class Figures {

    private final Service service;

    /** All three rows are there. */
    int committed;

    /** No row is there. */
    int rolledBack;

    /** Some of the three rows are there. */
    int halfWritten;

    /** The client had the response before it hung up. */
    int answered;

    /** The client had the response, and a row is missing. */
    int answeredAndLost;

    /** The server still had an open transaction after the patience of the service. */
    int openTransactions;

    /** The pool still missed a connection after the patience of the service. */
    int missingConnections;

    /** The next request did not have status 201. */
    int nextFailed;

    /** The next request had status 201, but other sessions did not see its row. */
    int nextInvisible;

    /** The next request had status 201, but its row is missing in the end. */
    int nextLost;

    Figures(Service service) {
        this.service = service;
    }

    @Override
    public String toString() {
        return "Hang-ups, " + service.title() + ": " + (committed + rolledBack + halfWritten) + " requests: "
                + committed + " committed, " + rolledBack + " rolled back, " + halfWritten + " half-written; "
                + answered + " answered before, " + answeredAndLost + " of them lost; "
                + openTransactions + " left a transaction open, " + missingConnections + " a connection missing; "
                + "next request: " + nextFailed + " failed, " + nextInvisible + " acknowledged but not visible, "
                + nextLost + " acknowledged and lost";
    }
}
