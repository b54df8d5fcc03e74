package dev.kindred.it.readme;

import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

public final class Shards {

    private static final int BUCKETS = 1024;

    private final List<ReactiveMapper> mappers;

    Shards(List<ReactiveMapper> mappers) {
        this.mappers = List.copyOf(mappers);
    }

    /** Returns a function for contextWrite. */
    public static Function<Context, Context> of(long customer) {
        return context -> context.put(Shards.class, customer);
    }

    public Mono<ReactiveMapper> current() {
        return Mono.deferContextual(context -> {
            long customer = context.<Long>getOrEmpty(Shards.class)
                    .orElseThrow(() -> new IllegalStateException("No customer in the Context"));
            int bucket = Math.floorMod(Long.hashCode(customer), BUCKETS);
            return Mono.just(mappers.get(bucket * mappers.size() / BUCKETS));
        });
    }
}
