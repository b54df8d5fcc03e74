package dev.kindred.examples.data;

import dev.kindred.examples.data.Person.Details;
import dev.kindred.examples.entity.Avatar;
import dev.kindred.examples.entity.Profile;
import dev.kindred.examples.entity.User;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Inserts people into the database, 500 in each transaction. Users come before their profiles, and profiles before
 * their avatars.
 */
public final class Population {

    private static final int IN_ONE_TRANSACTION = 500;

    private final ReactiveMapper mapper;

    /** Uses {@code mapper} for all writes. */
    public Population(ReactiveMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Inserts {@code people} in order, so that ids follow their order. Emits the number of people of each transaction
     * after its commit.
     */
    public Flux<Integer> insert(List<Person> people) {
        return Flux.fromIterable(people).buffer(IN_ONE_TRANSACTION).concatMap(this::insertTogether);
    }

    /**
     * flatMap subscribes to many inserts at once. The mapper runs the statements of a transaction one after another.
     */
    private Mono<Integer> insertTogether(List<Person> people) {
        return Flux.fromIterable(people)
                .flatMap(this::insert)
                .then(Mono.just(people.size()))
                .as(mapper::transactional);
    }

    private Mono<Void> insert(Person person) {
        Details details = person.profile();
        Mono<User> user = mapper.insert(User.of(person.email()));
        return details == null ? user.then() : user.flatMap(saved -> insert(saved, details));
    }

    private Mono<Void> insert(User user, Details details) {
        String picture = details.avatar();
        Mono<Profile> profile = mapper.insert(Profile.of(user, details.name(), details.telephone(), details.locale()));
        return picture == null
                ? profile.then()
                : profile.flatMap(saved -> mapper.insert(Avatar.of(saved, picture)))
                        .then();
    }
}
