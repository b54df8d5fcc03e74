package dev.kindred.reactor.internal.connection;

import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.reactor.spi.StatementExecution.ServerChoice;
import io.r2dbc.spi.Connection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Asks servers for positions in the write-ahead log, as the number of bytes since its begin (PostgreSQL manual,
 * sections "Backup Control Functions" and "Recovery Information Functions"). Thread-safe.
 */
public final class LogPositions {

    private static final String WRITTEN = "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint";
    private static final String REPLAYED = "SELECT CASE WHEN pg_is_in_recovery()"
            + " THEN pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::bigint END";

    private final StatementObserver observer;

    /** Reports its statements to {@code observer}. */
    public LogPositions(StatementObserver observer) {
        this.observer = observer;
    }

    /** Returns the position that the primary has reached. Sends one statement. */
    public Mono<Long> written(Connection connection) {
        return position(connection, WRITTEN);
    }

    /** Returns the position that a standby has replayed, or empty if it is no standby. Sends one statement. */
    public Mono<Long> replayed(Connection connection) {
        return position(connection, REPLAYED);
    }

    private Mono<Long> position(Connection connection, String query) {
        Mono<Position> answer = Mono.defer(() -> UncancelledResults.of(
                        connection.createStatement(query).execute())
                .concatMap(result -> result.map(row -> new Position(row.get(0, Long.class))))
                .single());
        return observer.observe(ChosenServer.chosen(connection, ServerChoice.POSITION), query, 0, answer, position -> 1)
                .contextWrite(Origins.always(Operation.OTHER))
                .mapNotNull(Position::value);
    }

    private record Position(@Nullable Long value) {}
}
