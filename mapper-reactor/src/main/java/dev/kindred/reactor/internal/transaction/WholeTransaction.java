package dev.kindred.reactor.internal.transaction;

import dev.kindred.reactor.internal.connection.ConnectionWear;
import dev.kindred.reactor.spi.AmbientTransaction;
import dev.kindred.reactor.transaction.TransactionOptions;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The state that all scopes of one transaction share. Thread-safe. */
final class WholeTransaction {

    private final Connection connection;
    private final TransactionOptions options;
    private final TransactionCallbacks callbacks;
    private final int depth;
    private final @Nullable Ambient joined;
    private final @Nullable AmbientTransaction around;
    private final ConnectionWear wear = new ConnectionWear();
    private final AtomicInteger savepoints = new AtomicInteger();
    private final AtomicInteger savepointRollbacks = new AtomicInteger();

    private WholeTransaction(Start start, Connection connection, @Nullable Ambient joined) {
        this.connection = connection;
        this.options = start.options;
        this.callbacks = start.callbacks;
        this.depth = start.depth;
        this.around = start.around;
        this.joined = joined;
    }

    /** Returns the state of a transaction that the mapper begins on {@code connection}. */
    static WholeTransaction own(Start start, Connection connection) {
        return new WholeTransaction(start, connection, null);
    }

    /** Returns the state of {@code ambient}. Each callback has {@code timeout}. */
    static WholeTransaction ambient(AmbientTransaction ambient, Duration timeout) {
        Start start = new Start(ambient.options(), new TransactionCallbacks(timeout), 0, ambient);
        return new WholeTransaction(start, ambient.connection(), new Ambient(ambient));
    }

    Connection connection() {
        return connection;
    }

    /** Returns the options of the outermost scope. */
    TransactionOptions options() {
        return options;
    }

    /** Returns what runs after the end. */
    TransactionCallbacks callbacks() {
        return callbacks;
    }

    /** Returns the number of transactions around this one, each on its own connection. */
    int depth() {
        return depth;
    }

    /** Returns the ambient transaction whose connection this is, or null if the mapper has begun the transaction. */
    @Nullable
    Ambient joined() {
        return joined;
    }

    /**
     * Returns the ambient transaction of the Context in which this one has begun, or null. A joined transaction is its
     * own.
     */
    @Nullable
    AmbientTransaction around() {
        return around;
    }

    /** Returns the changes of the session. */
    ConnectionWear wear() {
        return wear;
    }

    String nextSavepoint() {
        AtomicInteger counter = joined == null ? savepoints : joined.savepoints();
        return "kindred_" + counter.incrementAndGet();
    }

    /** Records that others have rolled back to a savepoint of theirs. */
    void rolledBackToSavepoint() {
        savepointRollbacks.incrementAndGet();
    }

    /** Returns the number of rollbacks of others to a savepoint. Rows read before the last one are void. */
    int savepointRollbacks() {
        return joined == null ? savepointRollbacks.get() : savepointRollbacks.get() + joined.savepointRollbacks();
    }

    /** Returns {@code statement}, which is not sent after the owner of an ambient transaction has begun to end it. */
    <T> Mono<T> sent(Mono<T> statement) {
        if (joined == null) {
            return statement;
        }
        Mono<T> handed =
                connection instanceof SharedConnection shared ? Mono.fromDirect(shared.handed(statement)) : statement;
        return AmbientStatement.of(handed, joined.transaction());
    }

    /** Returns whether the owner of an ambient transaction has ended it. */
    boolean hasEnded() {
        return joined != null && joined.hasEnded();
    }

    /**
     * The settings of a transaction before its connection is acquired.
     *
     * @param options the options of the outermost scope
     * @param callbacks what runs after the end
     * @param depth the number of transactions around this one
     * @param around the ambient transaction of the Context, or null
     */
    record Start(
            TransactionOptions options,
            TransactionCallbacks callbacks,
            int depth,
            @Nullable AmbientTransaction around) {}
}
