package dev.kindred.it.boot.load;

import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.env.Environment;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers one request in four ways, on one pool. */
@SpringBootApplication(proxyBeanMethods = false)
class LoadApplication {

    static final int ROWS = 20;

    /** What the application prints before its port. */
    static final String PORT = "port of the application: ";

    public static void main(String[] arguments) {
        Environment environment =
                SpringApplication.run(LoadApplication.class, arguments).getEnvironment();
        System.out.println(PORT + environment.getRequiredProperty("local.server.port"));
    }

    /** Pages of users with profiles. */
    @RestController
    static class Pages {

        private static final Pageable FIRST = PageRequest.of(0, ROWS, Sort.by("id"));

        private final ReactiveMapper mapper;
        private final UserRows users;
        private final ProfileRows profiles;

        Pages(ReactiveMapper mapper, UserRows users, ProfileRows profiles) {
            this.mapper = mapper;
            this.users = users;
            this.profiles = profiles;
        }

        @GetMapping("/kindred")
        Mono<List<UserView>> preload() {
            return mapper.from(User.class)
                    .orderBy(User_.ID.asc())
                    .limit(ROWS)
                    .preload(User_.PROFILE)
                    .all()
                    .map(Pages::view)
                    .collectList();
        }

        @GetMapping("/kindred-joined")
        Mono<List<UserView>> joinedPreload() {
            return mapper.from(User.class)
                    .orderBy(User_.ID.asc())
                    .limit(ROWS)
                    .preload(User_.PROFILE, profiles -> profiles.joined())
                    .all()
                    .map(Pages::view)
                    .collectList();
        }

        private static UserView view(User user) {
            @Nullable Profile profile = Relations.stateOf(user.profile()).getOrNull();
            return new UserView(user.id(), user.email(), profile == null ? null : profile.name());
        }

        @GetMapping("/in")
        Mono<List<UserView>> in() {
            return users.findAllBy(FIRST)
                    .collectList()
                    .flatMap(page -> profiles.findByUserIdIn(
                                    page.stream().map(UserRow::id).toList())
                            .collectMap(ProfileRow::userId, ProfileRow::name)
                            .map(names -> views(page, names)));
        }

        private static List<UserView> views(List<UserRow> page, Map<Long, String> names) {
            return page.stream()
                    .map(user -> new UserView(user.id(), user.email(), names.get(user.id())))
                    .toList();
        }

        @GetMapping("/n-plus-one")
        Mono<List<UserView>> onePerRow() {
            // Reads the page first, so that no request holds a connection while it waits for another one.
            return users.findAllBy(FIRST)
                    .collectList()
                    .flatMapIterable(page -> page)
                    .concatMap(this::withProfile)
                    .collectList();
        }

        private Flux<UserView> withProfile(UserRow user) {
            return profiles.findByUserId(user.id())
                    .map(profile -> new UserView(user.id(), user.email(), profile.name()))
                    .defaultIfEmpty(new UserView(user.id(), user.email(), null))
                    .flux();
        }
    }
}
