package dev.kindred.reactor.internal.hint;

import dev.kindred.reactor.spi.LogicalOperation;
import dev.kindred.reactor.spi.OperationListener;
import dev.kindred.reactor.spi.OperationObserver;
import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementExecution.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * Counts the operations of one request that read with the same statement. The statements of one operation count once,
 * so a stream and its chunks are no repetition. Thread-safe.
 */
public final class RepeatedReads implements OperationListener {

    private final int limit;
    private final Consumer<RepeatedRead> listener;
    private final Map<Shape, RepeatedRead> reads = new LinkedHashMap<>();

    /** Finds statements that at least {@code limit} operations send. */
    public RepeatedReads(int limit) {
        this(limit, found -> {});
    }

    /** Finds statements that at least {@code limit} operations send. Tells {@code listener} of each one once. */
    RepeatedReads(int limit, Consumer<RepeatedRead> listener) {
        this.limit = limit;
        this.listener = listener;
    }

    /** Returns the repeated reads, in the order of their first statements. */
    public List<RepeatedRead> found() {
        synchronized (reads) {
            List<RepeatedRead> found = new ArrayList<>(reads.values());
            found.removeIf(read -> read.times() < limit);
            return found;
        }
    }

    /** Counts {@code operation}, whose first statement is {@code sql}. Ignores an operation that does not read. */
    public void count(LogicalOperation operation, String sql) {
        if (!isRead(operation, sql)) {
            return;
        }
        RepeatedRead counted;
        synchronized (reads) {
            counted = reads.merge(
                    new Shape(sql, operation.relation()),
                    new RepeatedRead(operation, sql, 1),
                    (before, one) -> new RepeatedRead(before.operation(), sql, before.times() + 1));
        }
        if (counted.times() == limit) {
            listener.accept(counted);
        }
    }

    private static boolean isRead(LogicalOperation operation, String sql) {
        return switch (operation.operation()) {
            case FIND, COUNT, AGGREGATE, PRELOAD, LOAD -> true;
            case SQL -> sql.stripLeading().regionMatches(true, 0, "select", 0, "select".length());
            default -> false;
        };
    }

    @Override
    public OperationObserver onSubscribe(LogicalOperation operation, ContextView context) {
        return new FirstStatement(operation);
    }

    private record Shape(String sql, @Nullable String relation) {}

    private final class FirstStatement implements OperationObserver {

        private final LogicalOperation operation;
        private final AtomicBoolean counted = new AtomicBoolean();

        FirstStatement(LogicalOperation operation) {
            this.operation = operation;
        }

        @Override
        public Consumer<StatementExecution> onStatement(String sql) {
            if (counted.compareAndSet(false, true)) {
                count(operation, sql);
            }
            return execution -> {};
        }

        @Override
        public void onEnd(Outcome outcome, @Nullable Throwable error) {
            // The statements were counted.
        }
    }
}
