package dev.kindred.examples.web;

import dev.kindred.examples.entity.Profile;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.reactor.ReactiveMapper;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Handles requests for users. Each method is one reactive chain from the request to the response. Thread-safe. */
final class UserHandler {

    private static final long MOST = 100;

    private final ReactiveMapper mapper;

    UserHandler(ReactiveMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns a page of users, each with its profile: two statements. */
    Mono<ServerResponse> list(ServerRequest request) {
        long limit = number(request.queryParam("limit").orElse("20"), 1, MOST);
        long offset = number(request.queryParam("offset").orElse("0"), 0, Long.MAX_VALUE);
        Flux<UserView> users = mapper.from(User.class)
                .preload(User_.PROFILE)
                .orderBy(User_.ID.asc())
                .limit(limit)
                .offset(offset)
                .all()
                .flatMapSequential(UserHandler::view);
        return users.collectList().flatMap(found -> ServerResponse.ok().bodyValue(found));
    }

    /** Returns one user with its profile. */
    Mono<ServerResponse> get(ServerRequest request) {
        return mapper.find(User.class, id(request))
                .flatMap(UserHandler::view)
                .flatMap(user -> ServerResponse.ok().bodyValue(user))
                .switchIfEmpty(ServerResponse.notFound().build());
    }

    /** Returns the telephone of a user. A missing user, profile or telephone gives the same response. */
    Mono<ServerResponse> telephone(ServerRequest request) {
        return mapper.find(User.class, id(request))
                .flatMap(User::profile)
                .mapNotNull(Profile::telephone)
                .flatMap(number -> ServerResponse.ok().bodyValue(Map.of("telephone", number)))
                .switchIfEmpty(ServerResponse.notFound().build());
    }

    private static Mono<UserView> view(User user) {
        return user.profile().map(profile -> UserView.of(user, profile)).defaultIfEmpty(UserView.of(user, null));
    }

    private static long id(ServerRequest request) {
        return number(request.pathVariable("id"), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static long number(String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "a number is expected", e);
        }
        throw new ResponseStatusException(
                HttpStatus.BAD_REQUEST, "a number from " + least + " to " + most + " is expected");
    }
}
