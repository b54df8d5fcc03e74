package dev.kindred.it.boot.data;

import reactor.core.publisher.Mono;

/** Reads and writes the same rows in one of several ways. */
interface Access {

    /** Returns the key. */
    Mono<Long> insertUser(String email);

    Mono<Void> insertProfile(long userId, String name);

    Mono<Void> appendToEmail(long userId, String text);

    Mono<String> email(long userId);

    Mono<Integer> pid();

    /** Runs for half a minute. */
    Mono<Integer> sleep();
}
