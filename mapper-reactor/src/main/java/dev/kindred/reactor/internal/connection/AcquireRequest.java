package dev.kindred.reactor.internal.connection;

import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.spi.ConnectionRequest;
import dev.kindred.reactor.transaction.TransactionOptions;
import org.jspecify.annotations.Nullable;

/**
 * A request of this mapper.
 *
 * @param isReadOnly whether the connection is used for reads only
 * @param transaction the options of the transaction, or null
 * @param isNested whether the caller holds another connection
 */
public record AcquireRequest(boolean isReadOnly, @Nullable TransactionOptions transaction, boolean isNested)
        implements ConnectionRequest {

    private static final AcquireRequest READ = new AcquireRequest(true, null, false);
    private static final AcquireRequest WRITE = new AcquireRequest(false, null, false);

    /** Returns the request for statements outside a transaction. */
    static AcquireRequest of(Access access) {
        return access == Access.READ ? READ : WRITE;
    }

    /** Returns the request for a transaction with {@code options}. */
    public static AcquireRequest of(TransactionOptions options) {
        return new AcquireRequest(options.isReadOnly(), options, false);
    }

    /** Returns the request for a transaction whose caller holds another connection. */
    public static AcquireRequest nested(TransactionOptions options) {
        return new AcquireRequest(options.isReadOnly(), options, true);
    }
}
