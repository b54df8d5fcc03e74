package dev.kindred.examples.tour;

import dev.kindred.examples.entity.Language;
import dev.kindred.examples.entity.Profile;
import dev.kindred.examples.entity.Profile_;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.examples.tour.stage.Chapter;
import dev.kindred.examples.tour.stage.Step;
import dev.kindred.reactor.ReactiveMapper;
import java.util.IdentityHashMap;
import java.util.List;
import reactor.core.publisher.Mono;

/** Follows relations from the inverse side, and queries them again. */
record BothSides(ReactiveMapper mapper) implements Chapter {

    @Override
    public String title() {
        return "Both sides of a relation";
    }

    @Override
    public String introduction() {
        return "A profile belongs to a user and to a language. An owner that many rows reference is read once,"
                + " and all of them get the same instance.";
    }

    @Override
    public List<Step<?>> steps() {
        return List.of(owner(), sharedOwner(), fresh(), narrowed());
    }

    private Step<?> owner() {
        Mono<String> email =
                mapper.find(Profile.class, 1L).flatMap(Profile::user).map(User::email);
        return Step.of("The user of a profile", email).sends(2).gives("an address", found -> found.contains("@"));
    }

    private Step<?> sharedOwner() {
        Mono<Integer> instances = mapper.from(Profile.class)
                .limit(900)
                .preload(Profile_.LANGUAGE)
                .all()
                .flatMap(Profile::language)
                .collect(IdentityHashMap<Language, Language>::new, (seen, language) -> seen.put(language, language))
                .map(IdentityHashMap::size);
        return Step.of("900 profiles, five languages, five instances", instances)
                .sends(2)
                .gives(5);
    }

    private Step<?> fresh() {
        Mono<Profile> profile = mapper.get(User.class, 212L)
                .flatMap(user -> mapper.related(user, User_.PROFILE).find());
        return Step.of("Query the database again, even if the handle is loaded", profile)
                .sends(2)
                .gives("the profile", found -> found.userId() != null && found.userId() == 212);
    }

    private Step<?> narrowed() {
        Mono<Boolean> reachable = mapper.get(User.class, 212L)
                .flatMap(user -> mapper.related(user, User_.PROFILE)
                        .query()
                        .where(Profile_.TELEPHONE.isNotNull())
                        .orWhere(Profile_.LOCALE.eq("en"))
                        .exists());
        return Step.of("Add conditions; an or cannot match another user's profile", reachable)
                .sends(2)
                .gives(true);
    }
}
