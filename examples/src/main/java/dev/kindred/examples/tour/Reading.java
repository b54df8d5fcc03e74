package dev.kindred.examples.tour;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.examples.entity.Profile;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.examples.tour.stage.Chapter;
import dev.kindred.examples.tour.stage.Step;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds and queries entities. */
record Reading(ReactiveMapper mapper) implements Chapter {

    @Override
    public String title() {
        return "Reading";
    }

    @Override
    public String introduction() {
        return "Entities are records. Values are always bound. Every result is read completely before"
                + " the first value is emitted, so no statement waits for an open result.";
    }

    @Override
    public List<Step<?>> steps() {
        return List.of(telephone(), conditions(), exists(), missing());
    }

    private Step<?> telephone() {
        Mono<String> telephone =
                mapper.find(User.class, 212L).flatMap(User::profile).mapNotNull(Profile::telephone);
        return Step.of("One value through a relation", telephone)
                .sends(2)
                .gives("a telephone", number -> !number.isBlank());
    }

    private Step<?> conditions() {
        Flux<String> emails = mapper.from(User.class)
                .where(User_.EMAIL.contains("an").and(User_.ID.between(1L, 500L)))
                .orderBy(User_.EMAIL.asc())
                .limit(5)
                .all()
                .map(User::email);
        return Step.of("Conditions are typed: a column of another entity does not compile", emails)
                .sends(1)
                .gives("five addresses", found -> found.size() == 5);
    }

    private Step<?> exists() {
        Mono<Boolean> known = mapper.from(User.class)
                .where(User_.EMAIL.eq("nobody@example.org"))
                .exists();
        return Step.of("A question", known).sends(1).gives(false);
    }

    private Step<?> missing() {
        Mono<User> user = mapper.get(User.class, -1L);
        return Step.of("Without a row, find completes empty and get fails", user)
                .sends(1)
                .failsWith(EntityNotFoundException.class);
    }
}
