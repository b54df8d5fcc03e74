package dev.kindred.reactor.internal.transaction;

import dev.kindred.error.TransactionException;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.ContextView;

/**
 * A statement of another user of a connection. It is handed to the driver before the end of its transaction and of its
 * savepoints, or not at all. The driver sends on subscription. Thread-safe.
 *
 * @param <T> the value
 */
final class HandedStatement<T> extends Flux<T> {

    private final Publisher<? extends T> source;
    private final Function<ContextView, List<Handing>> scopes;

    /** Sends {@code source} in {@code scopes} of the subscriber. */
    HandedStatement(Publisher<? extends T> source, Function<ContextView, List<Handing>> scopes) {
        this.source = source;
        this.scopes = scopes;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        List<Handing> all = scopes.apply(actual.currentContext());
        int begun = 0;
        while (begun < all.size() && all.get(begun).begin()) {
            begun++;
        }
        try {
            if (begun == all.size()) {
                source.subscribe(actual);
            } else {
                Operators.error(actual, ended());
            }
        } finally {
            all.subList(0, begun).forEach(Handing::end);
        }
    }

    private static TransactionException ended() {
        return new TransactionException(
                "The transaction of the mapper has ended, so nothing was sent. Subscribe inside"
                        + " mapper.transactional(..), or with a Context that does not have it.",
                null);
    }
}
