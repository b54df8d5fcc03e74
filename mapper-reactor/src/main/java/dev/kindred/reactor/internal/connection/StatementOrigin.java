package dev.kindred.reactor.internal.connection;

import dev.kindred.reactor.spi.StatementExecution.Operation;
import org.jspecify.annotations.Nullable;

/** Why a statement is sent. Immutable and thread-safe. */
record StatementOrigin(
        Operation operation,
        @Nullable Class<?> entity,
        @Nullable String relation) {

    /** The origin of a statement whose operation is unknown. */
    static final StatementOrigin UNKNOWN = new StatementOrigin(Operation.OTHER, null, null);
}
