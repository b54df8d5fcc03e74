package dev.kindred.reactor.internal.preload;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One execution of a source that any number of subscribers wait for. The first one starts it and lends it its Context; it is cancelled
 * when the last one goes away. Thread-safe.
 */
final class SharedLoad<T> implements CoreSubscriber<T> {

    private final Mono<T> source;
    private final Consumer<SharedLoad<T>> ended;
    private final Context context;
    private final AtomicReference<@Nullable Subscription> upstream = new AtomicReference<>();
    private final List<MonoSink<T>> waiting = new ArrayList<>();
    private boolean over;
    private @Nullable T value;

    /** Will run {@code source} with the Context of {@code first}, and call {@code ended} before anyone is told the outcome. */
    SharedLoad(Mono<T> source, MonoSink<T> first, Consumer<SharedLoad<T>> ended) {
        this.source = source;
        this.context = Context.of(first.contextView());
        this.ended = ended;
        this.waiting.add(first);
        first.onCancel(() -> leave(first));
    }

    void start() {
        source.subscribe(this);
    }

    /** Lets {@code sink} wait too, or returns false when it is over. */
    boolean join(MonoSink<T> sink) {
        synchronized (waiting) {
            if (over) {
                return false;
            }
            waiting.add(sink);
        }
        sink.onCancel(() -> leave(sink));
        return true;
    }

    private void leave(MonoSink<T> sink) {
        synchronized (waiting) {
            if (over || !waiting.remove(sink) || !waiting.isEmpty()) {
                return;
            }
            over = true;
        }
        ended.accept(this);
        @Nullable Subscription subscription = upstream.getAndSet(Operators.cancelledSubscription());
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private List<MonoSink<T>> finish() {
        List<MonoSink<T>> sinks;
        synchronized (waiting) {
            over = true;
            sinks = List.copyOf(waiting);
            waiting.clear();
        }
        ended.accept(this);
        return sinks;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        if (upstream.compareAndSet(null, subscription)) {
            subscription.request(Long.MAX_VALUE);
        } else {
            subscription.cancel();
        }
    }

    @Override
    public void onNext(T item) {
        value = item;
    }

    @Override
    public void onComplete() {
        finish().forEach(sink -> sink.success(value));
    }

    @Override
    public void onError(Throwable error) {
        List<MonoSink<T>> sinks = finish();
        if (sinks.isEmpty()) {
            Operators.onErrorDropped(error, context);
        }
        sinks.forEach(sink -> sink.error(error));
    }

    @Override
    public Context currentContext() {
        return context;
    }
}
