package dev.kindred.reactor.internal.connection;

import dev.kindred.reactor.spi.LogicalOperation;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import org.jspecify.annotations.Nullable;

/** Why a statement is sent, and the description of an operation. Immutable and thread-safe. */
record StatementOrigin(
        Operation operation,
        @Nullable Class<?> entity,
        @Nullable String relation) implements LogicalOperation {

    /** The origin of a statement whose operation is unknown. */
    static final StatementOrigin UNKNOWN = new StatementOrigin(Operation.OTHER, null, null);
}
