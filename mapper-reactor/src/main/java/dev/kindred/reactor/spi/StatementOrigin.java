package dev.kindred.reactor.spi;

import org.jspecify.annotations.Nullable;

/**
 * Why a statement was sent. Immutable and thread-safe.
 *
 * @param operation what was asked for
 * @param entity the entity that was asked for or written, of a relation the one that declares it; null for raw SQL, schemas and transactions
 * @param relation the relation that was read or written, such as {@code User.profile}, or null
 */
public record StatementOrigin(
        Operation operation,
        @Nullable Class<?> entity,
        @Nullable String relation) {

    /** The origin of a statement of which nothing is known. */
    public static final StatementOrigin UNKNOWN = new StatementOrigin(Operation.OTHER, null, null);

    /** What was asked for. */
    public enum Operation {
        /** Entities or columns by key or query. */
        FIND,
        /** The number of rows, or whether there is one. */
        COUNT,
        /** Values of groups, or of a relation of several entities. */
        AGGREGATE,
        /** A relation of several entities at once, as part of a query or for entities at hand. */
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
