package dev.kindred.examples.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Checks that several controllers make. */
final class Limits {

    private static final int MOST = 100;

    private Limits() {}

    /** Returns a page size from 1 to 100. */
    static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit must be from 1 to " + MOST);
        }
        return limit;
    }

    /** Completes if a row was deleted. */
    static Mono<Void> oneRow(long rows) {
        return rows == 0 ? Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)) : Mono.empty();
    }
}
