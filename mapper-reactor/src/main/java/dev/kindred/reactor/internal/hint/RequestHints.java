package dev.kindred.reactor.internal.hint;

import dev.kindred.reactor.spi.LogicalOperation;
import dev.kindred.reactor.spi.OperationListener;
import dev.kindred.reactor.spi.OperationObserver;
import dev.kindred.reactor.spi.StatementExecution.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.util.Logger;
import reactor.util.Loggers;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Logs the repeated reads of each request. Thread-safe: it has no state. */
public final class RequestHints implements OperationListener {

    private static final Logger LOG = Loggers.getLogger("dev.kindred.hint");
    private static final Object KEY = new Object();
    private static final int LIMIT = 5;
    private static final OperationObserver IGNORED = new Ignored();

    /** Returns {@code context} with a new request. */
    public static Context request(Context context) {
        return context.put(KEY, new RepeatedReads(LIMIT, RequestHints::log));
    }

    private static void log(RepeatedRead read) {
        LOG.warn("N+1 reads in one request: {} Statement: {}", read.hint(), read.sql());
    }

    @Override
    public OperationObserver onSubscribe(LogicalOperation operation, ContextView context) {
        @Nullable RepeatedReads reads = context.getOrDefault(KEY, null);
        return reads == null ? IGNORED : reads.onSubscribe(operation, context);
    }

    /** Observes an operation outside of any request. */
    private static final class Ignored implements OperationObserver {

        @Override
        public void onEnd(Outcome outcome, @Nullable Throwable error) {
            // Only requests have hints.
        }
    }
}
