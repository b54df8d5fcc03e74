package dev.kindred.spring.boot.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * The last requests, and a stream of what happens in them. A slow subscriber of the stream loses its oldest events and
 * never delays a request. Thread-safe.
 */
final class RequestLog implements ApplicationListener<ContextClosedEvent> {

    private static final int BUFFERED_EVENTS = 1024;

    private final ConsoleProperties properties;
    private final AtomicLong ids = new AtomicLong();
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private final Set<FluxSink<ConsoleEvent>> subscribers = ConcurrentHashMap.newKeySet();

    RequestLog(ConsoleProperties properties) {
        this.properties = properties;
    }

    /** Adds a request and removes the oldest one if there are too many. */
    RecordedRequest begin(String method, @Nullable String reference) {
        RecordedRequest request = new RecordedRequest(ids.incrementAndGet(), method, reference, properties);
        synchronized (requests) {
            requests.addFirst(request);
            if (requests.size() > properties.requests()) {
                requests.removeLast();
            }
        }
        publish(new ConsoleEvent.Begun(request.summary()));
        return request;
    }

    /** Returns the requests, the newest first. */
    List<RecordedRequest.Summary> requests() {
        List<RecordedRequest> copy;
        synchronized (requests) {
            copy = new ArrayList<>(requests);
        }
        return copy.stream().map(RecordedRequest::summary).toList();
    }

    Optional<RecordedRequest.Details> request(long id) {
        synchronized (requests) {
            return requests.stream()
                    .filter(request -> request.id() == id)
                    .findFirst()
                    .map(RecordedRequest::details);
        }
    }

    void clear() {
        synchronized (requests) {
            requests.clear();
        }
    }

    void publish(ConsoleEvent event) {
        subscribers.forEach(subscriber -> subscriber.next(event));
    }

    /** Emits the events from now on, until the application stops. Buffers 1,024 events for a slow subscriber. */
    Flux<ConsoleEvent> events() {
        return Flux.<ConsoleEvent>create(this::subscribe, FluxSink.OverflowStrategy.DROP)
                .onBackpressureBuffer(BUFFERED_EVENTS, lost -> {}, BufferOverflowStrategy.DROP_OLDEST);
    }

    private void subscribe(FluxSink<ConsoleEvent> subscriber) {
        subscribers.add(subscriber);
        subscriber.onDispose(() -> subscribers.remove(subscriber));
    }

    /** A graceful shutdown waits for open responses, so it ends the streams. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        subscribers.forEach(FluxSink::complete);
    }
}
