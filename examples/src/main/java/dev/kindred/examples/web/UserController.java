package dev.kindred.examples.web;

import dev.kindred.examples.entity.Order_;
import dev.kindred.examples.entity.Profile;
import dev.kindred.examples.entity.Profile_;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.examples.web.Views.ProfileView;
import dev.kindred.examples.web.Views.UserDetails;
import dev.kindred.examples.web.Views.UserView;
import dev.kindred.model.AssignableColumns;
import dev.kindred.query.Window;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.spring.web.ScrollParameters;
import dev.kindred.spring.web.SortColumns;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Users and their profiles. Each method is one reactive chain from the request to the response. Thread-safe. */
@RestController
@RequestMapping("/users")
class UserController {

    private static final AssignableColumns<Profile> CHANGEABLE =
            AssignableColumns.of(Profile_.NAME, Profile_.TELEPHONE, Profile_.LOCALE);

    private static final SortColumns<User> SORTS = SortColumns.of(User_.ID, User_.EMAIL);

    private final ReactiveMapper mapper;

    UserController(ReactiveMapper mapper) {
        this.mapper = mapper;
    }

    /** A page of users by keyset, each with its profile: two statements. A request can sort by id and email. */
    @GetMapping
    Mono<Window<UserView>> list(ScrollParameters parameters) {
        return parameters
                .scroll(mapper.from(User.class).preload(User_.PROFILE), SORTS)
                .flatMap(window -> Views.window(window, Views::user));
    }

    /** All users, one JSON object in each line. Memory holds a few chunks of rows. */
    @GetMapping(path = "/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<UserView> export() {
        return mapper.from(User.class).preload(User_.PROFILE).stream().concatMap(Views::user);
    }

    /** One user with its profile, its teams, and its last three orders with their lines and tags: eight statements. */
    @GetMapping("/{id}")
    Mono<UserDetails> get(@PathVariable long id) {
        return mapper.from(User.class)
                .preload(User_.PROFILE)
                .preload(User_.TEAMS)
                .preload(
                        User_.ORDERS,
                        orders -> orders.limitEach(3).preload(Order_.LINES).preload(Order_.TAGS))
                .get(id)
                .flatMap(Views::details);
    }

    /** The telephone of a user. A missing user, profile or telephone gives the same response. */
    @GetMapping("/{id}/telephone")
    Mono<Map<String, String>> telephone(@PathVariable long id) {
        return mapper.find(User.class, id)
                .flatMap(User::profile)
                .mapNotNull(Profile::telephone)
                .map(number -> Map.of("telephone", number))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** Updates the profile of a user or creates it. Concurrent requests end with one profile. */
    @PutMapping("/{id}/profile")
    Mono<ProfileView> putProfile(@PathVariable long id, @RequestBody ProfileView body) {
        return mapper.get(User.class, id)
                .flatMap(user -> mapper.related(user, User_.PROFILE)
                        .updateOrCreate(
                                Profile_.NAME.set(body.name()),
                                Profile_.TELEPHONE.set(body.telephone()),
                                Profile_.LOCALE.set(body.locale())))
                .map(ProfileView::of);
    }

    /** Changes the given members of a profile. A member that is not in the list is an error before any statement. */
    @PatchMapping("/{id}/profile")
    Mono<ProfileView> patchProfile(@PathVariable long id, @RequestBody Map<String, @Nullable Object> body) {
        return Mono.fromCallable(() -> CHANGEABLE.from(body))
                .flatMap(values -> mapper.get(User.class, id)
                        .flatMap(user -> mapper.related(user, User_.PROFILE).update(values)))
                .map(ProfileView::of)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** Deletes a user. The foreign keys delete the profile and the orders. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@PathVariable long id) {
        return mapper.delete(User.class).where(User_.ID.eq(id)).execute().flatMap(Limits::oneRow);
    }
}
