package dev.kindred.examples.tour;

import dev.kindred.error.UniqueViolationException;
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

/** Writes through relations, and many rows at once. */
record WritingThroughRelations(ReactiveMapper mapper) implements Chapter {

    @Override
    public String title() {
        return "Writing through relations";
    }

    @Override
    public String introduction() {
        return "The foreign key is always the parent's key; the payload cannot override it. Find-or-create"
                + " stores one row for any number of callers, and after a failure the caller's transaction"
                + " stays usable.";
    }

    @Override
    public List<Step<?>> steps() {
        return List.of(both(), second(), ensured(), crowd(), replaced(), moved(), deleted(), many());
    }

    private Step<?> both() {
        Mono<String> name = mapper.related(User.of("jo@example.org"), User_.PROFILE)
                .create(Profile_.NAME.set("Jo Perera"), Profile_.LOCALE.set("si"))
                .map(Profile::name);
        return Step.of("A new user and the profile: one statement", name)
                .sends(1)
                .gives("Jo Perera");
    }

    private Step<?> second() {
        Mono<Profile> second = jo().flatMap(jo ->
                mapper.related(jo, User_.PROFILE).create(Profile_.NAME.set("x"), Profile_.LOCALE.set("en")));
        return Step.of("A second profile is an error that names the relation", second)
                .sends(2)
                .failsWith(UniqueViolationException.class);
    }

    private Step<?> ensured() {
        Mono<String> name = jo().flatMap(
                        jo -> mapper.related(jo, User_.PROFILE).firstOrCreate(Profile_.NAME.set("New")))
                .map(Profile::name);
        return Step.of("An existing row is found", name).sends(2).gives("Jo Perera");
    }

    private Step<?> crowd() {
        Mono<Long> profiles = mapper.save(User.of("crowd@example.org"))
                .flatMapMany(user -> Flux.range(0, 64)
                        .flatMap(
                                i -> mapper.related(user, User_.PROFILE)
                                        .updateOrCreate(Profile_.NAME.set("caller " + i), Profile_.LOCALE.set("en")),
                                64))
                .mapNotNull(Profile::id)
                .distinct()
                .count();
        return Step.of("64 concurrent callers, one row", profiles).gives(1L);
    }

    private Step<?> replaced() {
        Mono<String> name = jo().flatMap(
                        jo -> mapper.related(jo, User_.PROFILE).replace(Profile.of(jo, "Joanna Perera", null, "en")))
                .map(Profile::name);
        return Step.of("Replace the row, in one transaction", name).sends(6).gives("Joanna Perera");
    }

    private Step<?> moved() {
        Mono<String> owner = jo().flatMap(User::profile)
                .flatMap(profile -> mapper.related(profile, Profile_.USER).associate(User.of("joanna@example.org")))
                .flatMap(Profile::user)
                .map(User::email);
        return Step.of("The inverse side, with a new owner", owner).sends(6).gives("joanna@example.org");
    }

    private Step<?> deleted() {
        Mono<Boolean> deleted = mapper.from(User.class)
                .where(User_.EMAIL.eq("joanna@example.org"))
                .one()
                .flatMap(user -> mapper.related(user, User_.PROFILE).delete());
        return Step.of("Delete through the relation", deleted).sends(2).gives(true);
    }

    private Step<?> many() {
        Mono<Long> stored = mapper.insertAll(
                        Flux.range(0, 1000).map(i -> User.of("many" + i + "@example.org")),
                        User_.PROFILE,
                        user -> Profile.of(user, user.email(), null, "en"))
                .count();
        return Step.of("1,000 users with their profiles: two statements in a transaction", stored)
                .sends(4)
                .gives(1000L);
    }

    private Mono<User> jo() {
        return mapper.from(User.class).where(User_.EMAIL.eq("jo@example.org")).one();
    }
}
