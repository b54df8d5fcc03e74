package dev.kindred.reactor.internal.host;

/** What the last connection to a server showed. */
enum HostState {
    /** No connection was tried, or it is too long ago. */
    UNKNOWN,
    /** It accepted a connection and is not in recovery. */
    PRIMARY,
    /** It accepted a connection and is in recovery. */
    STANDBY,
    /** It accepted no connection in time. */
    UNREACHABLE
}
