package dev.kindred.it.support;

/**
 * A PostgreSQL that was found or started: what it is, how its administrator logs in, how to stop it. Immutable, so safe
 * for use by many threads.
 *
 * @param isOurs whether all that is in it goes when it is stopped
 */
record RunningServer(String origin, ServerAddress administrator, boolean isOurs, Runnable stop) {

    /** A server that was started for this JVM. */
    static RunningServer started(String origin, ServerAddress administrator, Runnable stop) {
        return new RunningServer(origin, administrator, true, stop);
    }

    /** A server that was there before and stays. */
    static RunningServer found(String origin, ServerAddress administrator) {
        return new RunningServer(origin, administrator, false, () -> {});
    }
}
