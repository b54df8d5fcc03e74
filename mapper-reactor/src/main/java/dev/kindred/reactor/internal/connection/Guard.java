package dev.kindred.reactor.internal.connection;

import dev.kindred.error.MappingException;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;

/**
 * The subscriber of a source that may throw. The caller of {@code subscribe} passes such an exception to {@link #end}.
 * Thread-safe.
 *
 * @param <T> the value
 */
class Guard<T> extends Relay<T> {

    Guard(CoreSubscriber<? super T> actual) {
        super(actual);
    }

    @Override
    public final void request(long n) {
        try {
            super.request(n);
        } catch (Throwable thrown) {
            end(thrown);
        }
    }

    /** Ends the source with an error. An exception after the end is one of the subscriber. */
    final void end(Throwable thrown) {
        if (!fail(signal(thrown))) {
            Handover.drop(thrown, currentContext());
        }
    }

    /** Operators throw a fatal error again when they get it as a signal. */
    private static Throwable signal(Throwable thrown) {
        return Exceptions.isFatal(thrown)
                ? new MappingException(
                        "The work failed with " + thrown.getClass().getSimpleName() + ". See the cause.", thrown)
                : thrown;
    }
}
