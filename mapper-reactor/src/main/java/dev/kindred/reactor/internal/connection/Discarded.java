package dev.kindred.reactor.internal.connection;

import io.netty.util.ReferenceCountUtil;
import io.r2dbc.spi.Result;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/** What becomes of messages and results that arrive after a cancel: left alone, they would block the connection for ever. */
public final class Discarded {

    private Discarded() {}

    /**
     * Releases a message, and reads a result to its end. The driver would do the latter by itself when the result is released, but without
     * anybody for the error of a statement that was cancelled. What the driver discards it may have released itself.
     */
    public static void release(Object discarded) {
        if (discarded instanceof Result result) {
            Flux.from(result.getRowsUpdated()).onErrorComplete().subscribe(Operators.drainSubscriber());
        } else if (ReferenceCountUtil.refCnt(discarded) > 0) {
            ReferenceCountUtil.release(discarded);
        }
    }
}
