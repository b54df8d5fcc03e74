package dev.kindred.examples.tour;

import dev.kindred.examples.entity.Avatar;
import dev.kindred.examples.entity.Profile;
import dev.kindred.examples.entity.Profile_;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.examples.tour.stage.Chapter;
import dev.kindred.examples.tour.stage.Step;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads relations of many entities at once. */
record Siblings(ReactiveMapper mapper) implements Chapter {

    @Override
    public String title() {
        return "Siblings load together";
    }

    @Override
    public String introduction() {
        return "user.profile() is a Mono<Profile>. The first subscription loads the profiles of all users of the"
                + " same read; preload loads them in advance. Every tenth user here has no profile.";
    }

    @Override
    public List<Step<?>> steps() {
        return List.of(lazy(), eager(), conditions(), nested(), atHand());
    }

    private Step<?> lazy() {
        Mono<Long> profiles = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .limit(1000)
                .all()
                .flatMap(User::profile)
                .count();
        return Step.of("Lazy, for 1,000 users: two statements", profiles)
                .sends(2)
                .gives(900L);
    }

    private Step<?> eager() {
        Flux<User> users = mapper.from(User.class)
                .preload(User_.PROFILE)
                .orderBy(User_.ID.asc())
                .limit(1000)
                .all();
        return Step.of("Eager, for any number of users: two statements", users)
                .sends(2)
                .gives("1,000 users", found -> found.size() == 1000);
    }

    private Step<?> conditions() {
        Mono<Long> japanese = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .limit(1000)
                .preload(
                        User_.PROFILE,
                        profile -> profile.where(Profile_.LOCALE.eq("ja")).select(Profile_.NAME))
                .all()
                .flatMap(User::profile)
                .count();
        return Step.of("With a condition and selected columns; the foreign key is added", japanese)
                .sends(2)
                .gives("some of them", count -> count > 0 && count < 900);
    }

    private Step<?> nested() {
        Mono<Long> pictures = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .limit(1000)
                .preload(
                        User_.PROFILE,
                        profile -> profile.preload(Profile_.AVATAR).preload(Profile_.LANGUAGE))
                .all()
                .flatMap(User::profile)
                .flatMap(Profile::avatar)
                .map(Avatar::url)
                .count();
        return Step.of("Nested: one statement for each relation", pictures)
                .sends(4)
                .gives("some pictures", count -> count > 0);
    }

    private Step<?> atHand() {
        Mono<Long> loaded = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .limit(100)
                .all()
                .collectList()
                .flatMapMany(users -> mapper.preload(users, User_.PROFILE))
                .flatMap(User::profile)
                .count();
        return Step.of("For users that are already loaded", loaded).sends(2).gives(90L);
    }
}
