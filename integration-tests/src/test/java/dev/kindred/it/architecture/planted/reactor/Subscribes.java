package dev.kindred.it.architecture.planted.reactor;

import java.util.function.Consumer;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class Subscribes {
    private Subscribes() {}

    static void toNothing(Mono<String> mono) {
        mono.subscribe();
    }

    static void toConsumer(Flux<String> flux, Consumer<String> consumer) {
        flux.subscribe(consumer);
    }

    static void toConsumers(Flux<String> flux, Consumer<String> consumer, Consumer<Throwable> errors) {
        flux.subscribe(consumer, errors);
    }

    static Consumer<Mono<String>> byReference() {
        return Mono::subscribe;
    }

    static void toSubscriber(Publisher<String> publisher, Subscriber<String> subscriber) {
        publisher.subscribe(subscriber);
    }

    static void toCoreSubscriber(Mono<String> mono, CoreSubscriber<String> subscriber) {
        mono.subscribe(subscriber);
    }
}
