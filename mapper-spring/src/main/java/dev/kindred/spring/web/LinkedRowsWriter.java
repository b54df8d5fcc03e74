package dev.kindred.spring.web;

import dev.kindred.query.Page;
import dev.kindred.query.Slice;
import dev.kindred.query.Window;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes windows, pages and slices with links, with the writer that the application uses for other objects.
 * Thread-safe.
 */
final class LinkedRowsWriter implements HttpMessageWriter<Object> {

    private static final Set<Class<?>> TYPES = Set.of(Window.class, Page.class, Slice.class);

    private final Supplier<List<HttpMessageWriter<?>>> configured;
    private volatile @Nullable List<HttpMessageWriter<?>> known;

    /** Writes with one of {@code configured}, which may contain this writer. They are complete with the first body. */
    LinkedRowsWriter(Supplier<List<HttpMessageWriter<?>>> configured) {
        this.configured = configured;
    }

    private List<HttpMessageWriter<?>> all() {
        @Nullable List<HttpMessageWriter<?>> all = known;
        if (all == null) {
            all = List.copyOf(configured.get());
            known = all;
        }
        return all;
    }

    @Override
    public List<MediaType> getWritableMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON);
    }

    @Override
    public List<MediaType> getWritableMediaTypes(ResolvableType type) {
        ResolvableType body = bodyOf(type);
        return all().stream()
                .filter(writer -> writer.canWrite(body, null))
                .flatMap(writer -> writer.getWritableMediaTypes(body).stream())
                .distinct()
                .toList();
    }

    @Override
    public boolean canWrite(ResolvableType type, @Nullable MediaType mediaType) {
        return TYPES.contains(type.toClass()) && writerOrNull(bodyOf(type), mediaType) != null;
    }

    @Override
    public Mono<Void> write(
            Publisher<?> rows,
            ResolvableType type,
            @Nullable MediaType mediaType,
            ReactiveHttpOutputMessage message,
            Map<String, Object> hints) {
        return Mono.error(new UnsupportedOperationException("Links are written in responses of a server only"));
    }

    @Override
    public Mono<Void> write(
            Publisher<?> rows,
            ResolvableType actualType,
            ResolvableType type,
            @Nullable MediaType mediaType,
            ServerHttpRequest request,
            ServerHttpResponse response,
            Map<String, Object> hints) {
        ResolvableType body = bodyOf(type);
        @Nullable HttpMessageWriter<Object> writer = writerOrNull(body, mediaType);
        if (writer == null) {
            return Mono.error(new IllegalStateException("No codec writes " + body + " as " + mediaType));
        }
        Publisher<Object> bodies = rows instanceof Mono<?> one
                ? one.map(row -> LinkedRows.of(row, request.getURI()))
                : Flux.from(rows).map(row -> LinkedRows.of(row, request.getURI()));
        return writer.write(bodies, body, body, mediaType, request, response, hints);
    }

    @SuppressWarnings("unchecked") // the writer supports the type
    private @Nullable HttpMessageWriter<Object> writerOrNull(ResolvableType body, @Nullable MediaType mediaType) {
        for (HttpMessageWriter<?> writer : all()) {
            if (writer.canWrite(body, mediaType)) {
                return (HttpMessageWriter<Object>) writer;
            }
        }
        return null;
    }

    private static ResolvableType bodyOf(ResolvableType type) {
        return type.hasGenerics()
                ? ResolvableType.forClassWithGenerics(LinkedRows.class, type.getGeneric(0))
                : ResolvableType.forClass(LinkedRows.class);
    }
}
