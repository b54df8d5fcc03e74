package dev.kindred.it.architecture.planted.internal.sql;

import reactor.core.publisher.Mono;

public interface UsesReactor {
    Mono<String> deferred();
}
