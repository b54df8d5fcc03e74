package dev.kindred.reactor.internal.replica;

import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;

/**
 * The replicas of a mapper and how they are used.
 *
 * @param pools a pool for each replica
 * @param maxLag a replica that lags more is not used
 * @param interval how often each server is asked for its position
 * @param waitAtMost how long a read waits for a replica that is fresh enough
 * @param failsWithout whether it is an error that no replica is fresh enough
 */
public record ReplicaSettings(
        List<ConnectionPool> pools, Duration maxLag, Duration interval, Duration waitAtMost, boolean failsWithout) {}
