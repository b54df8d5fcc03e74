package dev.kindred.it.boot.data;

import reactor.core.publisher.Mono;

record AccessByRepository(People people, Cards cards) implements Access {

    @Override
    public Mono<Long> insertUser(String email) {
        return people.save(new Person(null, email)).map(Person::id);
    }

    @Override
    public Mono<Void> insertProfile(long userId, String name) {
        return cards.save(new Card(null, userId, name)).then();
    }

    @Override
    public Mono<Void> appendToEmail(long userId, String text) {
        return people.findById(userId)
                .flatMap(person -> people.save(new Person(userId, person.email() + text)))
                .then();
    }

    @Override
    public Mono<String> email(long userId) {
        return people.findById(userId).map(Person::email);
    }

    @Override
    public Mono<Integer> pid() {
        return people.pid();
    }

    @Override
    public Mono<Integer> sleep() {
        return people.sleep();
    }
}
