package dev.kindred.reactor.internal.host;

import io.r2dbc.postgresql.MultiHostConnectionStrategy.TargetServerType;
import java.util.List;

/** The servers that are accepted, in the terms of the driver's option {@code targetServerType}. */
enum TargetServer {
    PRIMARY("primary"),
    STANDBY("standby"),
    ANY("reachable server");

    private final String shown;

    TargetServer(String shown) {
        this.shown = shown;
    }

    /** Returns the targets to try one after another. */
    static List<TargetServer> of(TargetServerType type) {
        return switch (type) {
            case ANY -> List.of(ANY);
            case PRIMARY -> List.of(PRIMARY);
            case SECONDARY -> List.of(STANDBY);
            case PREFER_SECONDARY -> List.of(STANDBY, ANY);
        };
    }

    /** Returns whether a server with the role {@code state} is accepted. */
    boolean accepts(HostState state) {
        return switch (this) {
            case PRIMARY -> state == HostState.PRIMARY;
            case STANDBY -> state == HostState.STANDBY;
            case ANY -> state == HostState.PRIMARY || state == HostState.STANDBY;
        };
    }

    /** Returns the position of {@code state} in the order of the attempts. The least is tried first. */
    int rank(HostState state) {
        return switch (state) {
            case PRIMARY, STANDBY -> accepts(state) ? 0 : 2;
            case UNKNOWN -> this == ANY ? 0 : 1;
            case UNREACHABLE -> 3;
        };
    }

    /** Returns the words for an error. */
    String shown() {
        return shown;
    }
}
