package dev.kindred.reactor.spi;

import dev.kindred.reactor.spi.StatementExecution.Outcome;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/**
 * Observes one operation. Its methods are called on the thread of the caller or on the event loop of a connection, so
 * they must not block. Must be thread-safe. An exception that it throws is logged and otherwise ignored.
 */
public interface OperationObserver {

    /**
     * Returns the Context in which the operation runs. Statements and nested operations see it. By default
     * {@code context}.
     */
    default Context context(Context context) {
        return context;
    }

    /**
     * Observes a statement that is about to be sent, including those that begin and end transactions. A statement of a
     * nested operation is reported to the nested operation only. By default ignored.
     *
     * @param sql the text, with placeholders
     * @return what receives the statement after its end, which may be after the end of a cancelled operation
     */
    default Consumer<StatementExecution> onStatement(String sql) {
        return execution -> {};
    }

    /**
     * The operation has ended. Called once, before the subscriber gets the last signal.
     *
     * @param error the error if the operation failed, else null
     */
    void onEnd(Outcome outcome, @Nullable Throwable error);
}
