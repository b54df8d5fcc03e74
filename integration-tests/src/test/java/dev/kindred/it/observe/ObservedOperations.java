package dev.kindred.it.observe;

import dev.kindred.reactor.spi.LogicalOperation;
import dev.kindred.reactor.spi.OperationListener;
import dev.kindred.reactor.spi.OperationObserver;
import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementExecution.Outcome;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Records operations, each with its statements and the operation around it. Safe for use by many threads. */
final class ObservedOperations implements OperationListener {

    private final List<Recorded> all = new CopyOnWriteArrayList<>();

    @Override
    public OperationObserver onSubscribe(LogicalOperation operation, ContextView context) {
        Recorded recorded = new Recorded(operation, context.getOrDefault(this, null));
        all.add(recorded);
        return recorded;
    }

    /** The operations as {@code OPERATION subject [statements] OUTCOME}, in the order of their subscriptions. */
    List<String> lines() {
        return all.stream().map(Recorded::toString).toList();
    }

    List<Recorded> all() {
        return all;
    }

    void clear() {
        all.clear();
    }

    final class Recorded implements OperationObserver {

        private final LogicalOperation operation;
        final @Nullable Recorded parent;
        final List<StatementExecution> statements = new CopyOnWriteArrayList<>();
        final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
        volatile @Nullable Throwable error;

        Recorded(LogicalOperation operation, @Nullable Recorded parent) {
            this.operation = operation;
            this.parent = parent;
        }

        @Override
        public Context context(Context context) {
            return context.put(ObservedOperations.this, this);
        }

        @Override
        public Consumer<StatementExecution> onStatement(String sql) {
            return statements::add;
        }

        @Override
        public void onEnd(Outcome outcome, @Nullable Throwable failure) {
            outcomes.add(outcome);
            error = failure;
        }

        @Override
        public String toString() {
            Class<?> entity = operation.entity();
            String relation = operation.relation();
            String subject = relation != null ? relation : entity != null ? entity.getSimpleName() : "-";
            return operation.operation() + " " + subject + " " + statements.size() + " "
                    + outcomes.stream()
                            .map(Enum::name)
                            .reduce((a, b) -> a + "," + b)
                            .orElse("OPEN");
        }
    }
}
