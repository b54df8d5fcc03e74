package dev.kindred.reactor.internal.connection;

import io.netty.util.ReferenceCountUtil;
import io.r2dbc.spi.Result;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/** Releases messages and results that arrive after a cancel. Otherwise they would block the connection for ever. */
public final class Discarded {

    private Discarded() {}

    /**
     * Releases a message, and reads a result to its end. The driver also reads a released result, but without a
     * subscriber for the error of the cancelled statement. The driver may already have released a message that it
     * discards.
     */
    public static void release(Object discarded) {
        if (discarded instanceof Result result) {
            Flux.from(result.getRowsUpdated()).onErrorComplete().subscribe(Operators.drainSubscriber());
        } else if (ReferenceCountUtil.refCnt(discarded) > 0) {
            ReferenceCountUtil.release(discarded);
        }
    }
}
