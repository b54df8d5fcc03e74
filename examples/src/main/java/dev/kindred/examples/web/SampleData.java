package dev.kindred.examples.web;

import dev.kindred.examples.data.Orders;
import dev.kindred.examples.data.People;
import dev.kindred.examples.data.Person;
import dev.kindred.examples.data.Person.Details;
import dev.kindred.examples.data.Tags;
import dev.kindred.examples.entity.Profile;
import dev.kindred.examples.entity.User;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Inserts users with profiles, orders and tags: one statement for each table. */
final class SampleData {

    private final ReactiveMapper mapper;

    SampleData(ReactiveMapper mapper) {
        this.mapper = mapper;
    }

    /** Inserts {@code users} users and their rows. */
    Mono<Void> insert(int users) {
        List<Person> people = People.invent(users);
        Map<String, Person> byEmail = people.stream().collect(Collectors.toMap(Person::email, Function.identity()));
        return mapper.insertAll(
                        people.stream().map(person -> User.of(person.email())).toList())
                .collectList()
                .flatMapMany(stored -> mapper.insertAll(stored.stream()
                        .flatMap(user -> profile(user, byEmail.get(user.email())).stream())
                        .toList()))
                .then(new Orders(mapper).insert())
                .then(new Tags(mapper).insert());
    }

    private static Optional<Profile> profile(User user, @Nullable Person person) {
        Details details = person == null ? null : person.profile();
        return details == null
                ? Optional.empty()
                : Optional.of(Profile.of(user, details.name(), details.telephone(), details.locale()));
    }
}
