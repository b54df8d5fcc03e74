package dev.kindred.it.architecture.planted.reactor;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class Blocks {
    private Blocks() {}

    static @Nullable String block(Mono<String> mono) {
        return mono.block();
    }

    static Optional<String> blockOptional(Mono<String> mono) {
        return mono.blockOptional();
    }

    static @Nullable String blockFirst(Flux<String> flux) {
        return flux.blockFirst();
    }

    static @Nullable String blockLast(Flux<String> flux) {
        return flux.blockLast();
    }

    static Iterable<String> toIterable(Flux<String> flux) {
        return flux.toIterable();
    }

    static Stream<String> toStream(Flux<String> flux) {
        return flux.toStream();
    }

    static Function<Mono<String>, Optional<String>> reference() {
        return Mono::blockOptional;
    }

    static void sleep() throws InterruptedException {
        Thread.sleep(1);
    }
}
