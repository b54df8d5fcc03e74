package dev.kindred.reactor.internal.connection;

import io.r2dbc.spi.Connection;
import reactor.core.publisher.Mono;

/** Asks a server whether it is a standby (PostgreSQL manual, section "Recovery Information Functions"). */
public final class StandbyCheck {

    static final String QUERY = "SELECT pg_is_in_recovery()";

    private StandbyCheck() {}

    /** Returns whether the server of {@code connection} is a standby. Sends one statement. */
    public static Mono<Boolean> of(Connection connection) {
        return Mono.defer(() -> UncancelledResults.of(
                        connection.createStatement(QUERY).execute())
                .concatMap(result -> result.map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class))))
                .single());
    }
}
