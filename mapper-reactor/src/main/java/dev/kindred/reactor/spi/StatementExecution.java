package dev.kindred.reactor.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One statement that was sent, and its purpose. It contains no value of a parameter or a row. Immutable and
 * thread-safe. Kindred implements it; a test may do so too.
 */
public interface StatementExecution {

    /** Returns the text, with placeholders. */
    String sql();

    /** Returns the number of bound values. */
    int parameters();

    /** Returns the number of rows of the result. */
    long rows();

    /** Returns the time from sending to the end of the result. */
    Duration duration();

    /** Returns the outcome. */
    Outcome outcome();

    /** Returns the operation that sent it. */
    Operation operation();

    /**
     * Returns the entity that was read or written, or the declaring entity of a relation. Null for raw SQL, schemas and
     * transactions.
     */
    @Nullable
    Class<?> entity();

    /** Returns the relation that was read or written, such as {@code User.profile}, or null. */
    @Nullable
    String relation();

    /**
     * Returns the number of callers that shared the statement when it was sent, see
     * {@link dev.kindred.reactor.ReactiveMapperBuilder#sharedReads} and
     * {@link dev.kindred.reactor.ReactiveMapperBuilder#sharedWrites}. 1 by default.
     */
    default int callers() {
        return 1;
    }

    /**
     * Returns the server that got the statement, as {@code host:port}. It has neither a user nor a password. Null if
     * the connection does not come from a pool of {@link dev.kindred.reactor.Connections}, and for a local socket.
     */
    default @Nullable String server() {
        return null;
    }

    /** Returns why that server was chosen. {@link ServerChoice#PRIMARY} by default. */
    default ServerChoice choice() {
        return ServerChoice.PRIMARY;
    }

    /**
     * Why a statement was sent to its server, see {@link dev.kindred.reactor.ReplicaOperations}. Later versions may
     * have more.
     */
    enum ServerChoice {
        /**
         * Nothing lets the statement use a replica. With a {@link ConnectionSource} it is the server that the source
         * chose.
         */
        PRIMARY,
        /** It may write, in a pipeline of {@code fromReplica}: a write, a row lock, raw SQL, or their transaction. */
        WRITE,
        /** It reads after a write of its pipeline. */
        AFTER_WRITE,
        /** Its transaction is serializable, which a standby refuses. */
        SERIALIZABLE,
        /** A replica. Its last known position was fresh enough. */
        REPLICA_KNOWN,
        /** A replica. It was asked for its position before, and was fresh enough. */
        REPLICA_CHECKED,
        /** The primary, because no replica had replayed the required position, or each lagged too much. */
        FALLBACK_STALE,
        /** The primary, because the position of no replica is known: they could not be reached, or are no standbys. */
        FALLBACK_UNREACHABLE,
        /** The primary, because a replica lost the connection of the same read, or cancelled it (40001, 40P01). */
        REPEATED,
        /** The primary, because an earlier read of the pipeline has used it. */
        STAYED,
        /** The statement itself asks the server for its position. */
        POSITION
    }

    /** How a statement ended. */
    enum Outcome {
        /** The result was read to its end. */
        COMPLETED,
        /** The server refused it, the connection was lost, a value did not fit, or it exceeded its time limit. */
        FAILED,
        /** The subscriber cancelled. */
        CANCELLED
    }

    /** The operations that send statements. Later versions may have more. */
    enum Operation {
        /** Entities or columns by key or query. */
        FIND,
        /** The number of rows, or whether a row exists. */
        COUNT,
        /** Values of groups, or of a relation of several entities. */
        AGGREGATE,
        /** A relation of several entities at once, as part of a query or for existing entities. */
        PRELOAD,
        /** A relation by its handle, for the entity and its siblings. */
        LOAD,
        /** A new row, or several. */
        INSERT,
        /** A change of rows. */
        UPDATE,
        /** A new row, or a change of the row with the same key. */
        UPSERT,
        /** The removal of rows, or their mark as deleted. */
        DELETE,
        /** The removal of that mark. */
        RESTORE,
        /** Rows as a stream. */
        COPY,
        /** A related entity that is created, or found and else created. */
        RELATION_CREATE,
        /** A related entity that is saved, changed, associated or replaced. */
        RELATION_UPDATE,
        /** A related entity that is dissociated or deleted. */
        RELATION_DELETE,
        /** Raw SQL. */
        SQL,
        /** The creation or check of a schema. */
        SCHEMA,
        /** The begin or end of a transaction or savepoint. */
        TRANSACTION,
        /** Anything else. */
        OTHER
    }
}
