package dev.kindred.test.internal;

/**
 * A PostgreSQL server that was found or started. Immutable, so safe for use by many threads.
 *
 * @param isOurs whether its data is deleted when it stops
 */
record RunningServer(String origin, ServerAddress administrator, boolean isOurs, Runnable stop) {

    /** Returns a server that was started for this JVM. */
    static RunningServer started(String origin, ServerAddress administrator, Runnable stop) {
        return new RunningServer(origin, administrator, true, stop);
    }

    /** Returns an existing server, which keeps running. */
    static RunningServer found(String origin, ServerAddress administrator) {
        return new RunningServer(origin, administrator, false, () -> {});
    }
}
