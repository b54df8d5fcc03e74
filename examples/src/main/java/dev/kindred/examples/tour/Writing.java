package dev.kindred.examples.tour;

import dev.kindred.error.UniqueViolationException;
import dev.kindred.examples.entity.Profile;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.examples.tour.stage.Chapter;
import dev.kindred.examples.tour.stage.Step;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import reactor.core.publisher.Mono;

/** Writes in transactions that are propagated through the Reactor Context. */
record Writing(ReactiveMapper mapper) implements Chapter {

    @Override
    public String title() {
        return "Writing, in transactions";
    }

    @Override
    public String introduction() {
        return "A write returns a new entity, built from the returned row. A transaction needs no parameter:"
                + " everything that is subscribed inside runs in it, handles included. Its value is emitted"
                + " after COMMIT.";
    }

    @Override
    public List<Step<?>> steps() {
        return List.of(together(), change(), undone(), outside(), removed());
    }

    private Step<?> together() {
        Mono<String> email = mapper.insert(User.of("jane@example.org"))
                .flatMap(user -> mapper.insert(Profile.of(user, "Jane Perera", null, "si")))
                .flatMap(Profile::user)
                .map(User::email)
                .as(mapper::transactional);
        return Step.of("Insert a user and a profile and load the relation, in one transaction", email)
                .sends(5)
                .gives("jane@example.org");
    }

    private Step<?> change() {
        Mono<String> telephone = mapper.from(User.class)
                .where(User_.EMAIL.eq("jane@example.org"))
                .one()
                .flatMap(User::profile)
                .flatMap(profile -> mapper.update(profile.withTelephone("614-867-5309")))
                .mapNotNull(Profile::telephone);
        return Step.of("A change", telephone).sends(3).gives("614-867-5309");
    }

    private Step<?> undone() {
        Mono<User> twice = mapper.insert(User.of("joe@example.org"))
                .then(mapper.insert(User.of("jane@example.org")))
                .as(mapper::transactional);
        return Step.of("A failure rolls back everything; its type says what failed", twice)
                .sends(4)
                .failsWith(UniqueViolationException.class);
    }

    private Step<?> outside() {
        Mono<Boolean> joe =
                mapper.from(User.class).where(User_.EMAIL.eq("joe@example.org")).exists();
        return Step.of("Joe was not stored", joe).sends(1).gives(false);
    }

    private Step<?> removed() {
        Mono<Boolean> gone = mapper.from(User.class)
                .where(User_.EMAIL.eq("jane@example.org"))
                .one()
                .flatMap(mapper::delete);
        return Step.of("A delete", gone).sends(2).gives(true);
    }
}
