package dev.kindred.examples.tour;

import dev.kindred.error.RelationNotLoadedException;
import dev.kindred.examples.entity.Profile;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.examples.tour.stage.Chapter;
import dev.kindred.examples.tour.stage.Step;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Distinguishes loaded, empty and not loaded relations, and forbids lazy loading. */
record KnownOrNot(ReactiveMapper mapper) implements Chapter {

    @Override
    public String title() {
        return "Loaded, empty, not loaded";
    }

    @Override
    public String introduction() {
        return "The state of a relation is available without a statement. A query can load"
                + " each entity's relation separately, or forbid loading.";
    }

    @Override
    public List<Step<?>> steps() {
        return List.of(states(), unknown(), single(), forbidden(), allowed());
    }

    private Step<?> states() {
        Flux<String> states = mapper.from(User.class)
                .where(User_.ID.in(9L, 10L))
                .orderBy(User_.ID.asc())
                .preload(User_.PROFILE)
                .all()
                .map(user -> Relations.stateOf(user.profile()).getClass().getSimpleName());
        return Step.of("User 9 has a profile, user 10 has none", states)
                .sends(2)
                .gives(List.of("Loaded", "Empty"));
    }

    private Step<?> unknown() {
        Mono<String> handle =
                mapper.get(User.class, 9L).map(user -> user.profile().toString());
        return Step.of("toString never loads a relation", handle).sends(1).gives("User.profile[NotLoaded]");
    }

    private Step<?> single() {
        Mono<Profile> profile = mapper.from(User.class)
                .loading(LoadMode.SINGLE)
                .limit(100)
                .all()
                .elementAt(5)
                .flatMap(User::profile);
        return Step.of("Single: loads for this user only", profile).sends(2).gives("a profile", found -> true);
    }

    private Step<?> forbidden() {
        Flux<Profile> profiles = mapper.from(User.class)
                .loading(LoadMode.FORBID)
                .limit(100)
                .all()
                .flatMap(User::profile);
        return Step.of("Forbid: the error names the preload to add", profiles)
                .sends(1)
                .failsWith(RelationNotLoadedException.class);
    }

    private Step<?> allowed() {
        Mono<Long> profiles = mapper.from(User.class)
                .loading(LoadMode.FORBID)
                .preload(User_.PROFILE)
                .orderBy(User_.ID.asc())
                .limit(100)
                .all()
                .flatMap(User::profile)
                .count();
        return Step.of("With that preload it works", profiles).sends(2).gives(90L);
    }
}
