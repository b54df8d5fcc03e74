package dev.kindred.it.shared;

import dev.kindred.it.entity.User;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** Requests nothing. */
final class Unwanting extends BaseSubscriber<User> {

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        // Requests nothing.
    }
}
