package dev.kindred.reactor.spi;

import dev.kindred.reactor.spi.StatementExecution.Operation;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a mapper as its caller sees it, such as a query with its preloads, a write or a transaction. It
 * sends any number of statements. Immutable and thread-safe. Kindred implements it; a test may do so too.
 */
public interface LogicalOperation {

    /** Returns the kind of the operation. */
    Operation operation();

    /**
     * Returns the entity that is read or written, or the declaring entity of a relation. Null for raw SQL, schemas and
     * transactions.
     */
    @Nullable
    Class<?> entity();

    /** Returns the relation that is read or written, such as {@code User.profile}, or null. */
    @Nullable
    String relation();
}
