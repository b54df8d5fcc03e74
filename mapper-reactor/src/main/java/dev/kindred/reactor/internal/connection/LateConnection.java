package dev.kindred.reactor.internal.connection;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A connection that is being opened. The opening goes on when its subscriber goes away, since the driver does not close what it has half
 * opened, and the connection is closed when it comes.
 */
final class LateConnection implements CoreSubscriber<Connection>, Disposable {

    private final MonoSink<Connection> sink;
    private final AtomicBoolean settled = new AtomicBoolean();

    private LateConnection(MonoSink<Connection> sink) {
        this.sink = sink;
    }

    /** Opens a connection of {@code factory}, which is not a pool. */
    static Mono<Connection> of(ConnectionFactory factory) {
        return Mono.create(sink -> {
            LateConnection late = new LateConnection(sink);
            sink.onCancel(late);
            Mono.<Connection>from(factory.create()).subscribe(late);
        });
    }

    @Override
    public void dispose() {
        settled.set(true);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Connection connection) {
        if (settled.compareAndSet(false, true)) {
            sink.success(connection);
        } else {
            Mono.from(connection.close()).onErrorComplete().subscribe(Operators.drainSubscriber());
        }
    }

    @Override
    public void onError(Throwable error) {
        if (settled.compareAndSet(false, true)) {
            sink.error(error);
        }
    }

    @Override
    public void onComplete() {}

    @Override
    public Context currentContext() {
        return Context.of(sink.contextView());
    }
}
