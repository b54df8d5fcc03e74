package dev.kindred.examples.tour;

import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.examples.tour.stage.Step;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import reactor.core.publisher.Mono;

/** Three ways to load 1,000 users and their profiles. */
public record ThreeWays(ReactiveMapper mapper) {

    private static final int USERS = 1000;
    private static final long PROFILES = 900;

    /** Returns the three ways, slowest first. */
    public List<Step<?>> steps() {
        return List.of(oneByOne(), lazy(), preload());
    }

    private Step<?> oneByOne() {
        Mono<Long> profiles = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .limit(USERS)
                .all()
                .concatMap(user -> mapper.related(user, User_.PROFILE).find())
                .count();
        return Step.of("N+1: a statement for each user", profiles)
                .sends(USERS + 1)
                .gives(PROFILES);
    }

    private Step<?> lazy() {
        Mono<Long> profiles = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .limit(USERS)
                .all()
                .flatMap(User::profile)
                .count();
        return Step.of("lazy: flatMap(User::profile)", profiles).sends(2).gives(PROFILES);
    }

    private Step<?> preload() {
        Mono<Long> profiles = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .limit(USERS)
                .preload(User_.PROFILE)
                .all()
                .flatMap(User::profile)
                .count();
        return Step.of("eager: preload(User_.PROFILE)", profiles).sends(2).gives(PROFILES);
    }
}
