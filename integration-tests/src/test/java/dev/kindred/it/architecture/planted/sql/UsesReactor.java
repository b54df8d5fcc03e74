package dev.kindred.it.architecture.planted.sql;

import reactor.core.publisher.Mono;

public interface UsesReactor {
    Mono<String> deferred();
}
