package dev.kindred.reactor.internal.transaction;

import dev.kindred.reactor.spi.AmbientTransaction;
import dev.kindred.reactor.spi.ConnectionSource;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The part of a Context that belongs to the transactions of one source.
 *
 * @param scope the scope of the subscriber, or null
 * @param ambient the ambient transaction at the begin of the scope, or null. A lookup that finds another one has found
 *     an inner transaction.
 */
record TransactionContext(
        @Nullable TransactionScope scope, @Nullable AmbientTransaction ambient) {

    /** No transaction. */
    static final TransactionContext NONE = new TransactionContext(null, null);

    /** Returns the part of {@code context} for {@code source}. */
    static TransactionContext of(ContextView context, ConnectionSource source) {
        @Nullable TransactionContext known = context.getOrDefault(source, null);
        return known == null ? NONE : known;
    }

    /**
     * Returns whether the scope is in an ambient transaction that the Context does not have now although it has not
     * ended: its owner has suspended it.
     */
    boolean isSuspended() {
        return scope != null && scope.whole().joined() != null && !scope.whole().hasEnded();
    }

    /** Returns {@code context} with this part in it. */
    Context in(Context context, ConnectionSource source) {
        return context.put(source, this);
    }
}
