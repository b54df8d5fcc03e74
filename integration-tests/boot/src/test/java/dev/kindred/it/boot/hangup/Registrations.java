package dev.kindred.it.boot.hangup;

import reactor.core.publisher.Mono;

/** What the requests of the application write. */
interface Registrations {

    /** Writes a user, its profile and a note in one transaction. */
    Mono<String> register(String name);

    /** Writes a note without a transaction. */
    Mono<String> note(String text);
}
