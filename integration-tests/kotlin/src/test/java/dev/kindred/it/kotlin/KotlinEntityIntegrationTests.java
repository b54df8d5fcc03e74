package dev.kindred.it.kotlin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.schema.Schema;
import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import io.r2dbc.pool.ConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Kotlin data classes with a default for every parameter. The Kotlin compiler and kapt built them. */
class KotlinEntityIntegrationTests {

    private static PostgresDatabase database;
    private static ConnectionPool pool;
    private static ReactiveMapper mapper;

    @BeforeAll
    static void start() {
        database = PostgresServer.shared().createDatabase();
        database.execute(Schema.of(Person.class, Address.class).ddl());
        pool = Connections.builder(database.r2dbcUrl()).maxSize(1).build();
        mapper = ReactiveMapper.create(pool);
    }

    @AfterAll
    static void stop() {
        pool.disposeLater().block();
        database.close();
    }

    @BeforeEach
    void clear() {
        database.execute("truncate people, addresses restart identity");
    }

    private static Person person(String name, boolean active, int age) {
        return new Person(null, name, active, age, Mono.empty());
    }

    @Test
    void aRowWithTheDefaultsComesBack() {
        Person stored = mapper.insert(new Person()).block();

        assertThat(stored)
                .extracting(Person::getId, Person::getName, Person::isActive, Person::getAge)
                .containsExactly(1L, "", true, 0);
        Person found = mapper.find(Person.class, 1L).block();
        assertThat(found)
                .extracting(Person::getId, Person::getName, Person::isActive, Person::getAge)
                .containsExactly(1L, "", true, 0);
    }

    @Test
    void aRelationIsWrittenAndLoadedInBothDirections() {
        Person jane = mapper.insert(person("Jane", true, 30)).block();
        mapper.related(jane, Person_.ADDRESS).create(Address_.CITY.set("Oslo")).block();

        Person found = mapper.find(Person.class, jane.getId()).block();
        Address address = found.getAddress().block();
        assertThat(address)
                .extracting(Address::getPersonId, Address::getCity, Address::getNote)
                .containsExactly(jane.getId(), "Oslo", null);
        assertThat(address.getPerson().map(Person::getName).block()).isEqualTo("Jane");
    }

    @Test
    void aRepositoryHasAFunctionInKotlin() {
        People people = mapper.repository(People.class);
        Person jane = people.save(person("Jane", true, 30)).block();

        assertThat(people.find(jane.getId()).map(Person::getName).block()).isEqualTo("Jane");
        assertThat(people.named("Jane").map(Person::getId).collectList().block())
                .containsExactly(jane.getId());
    }

    @Test
    void aConditionWrittenInKotlinSelectsRows() {
        mapper.insertAll(Flux.just(person("Ann", true, 17), person("Ben", true, 18), person("Cem", false, 40)))
                .blockLast();

        assertThat(mapper.from(Person.class)
                        .where(PeopleKt.adults())
                        .all()
                        .map(Person::getName)
                        .collectList()
                        .block())
                .containsExactly("Ben");
    }

    @Test
    void aDraftTakesTheValuesOfTheEntity() {
        Person copy =
                Person_.copyOf(person("Jane", false, 30)).set(Person_.AGE, 31).build();

        assertThat(copy)
                .extracting(Person::getName, Person::isActive, Person::getAge)
                .containsExactly("Jane", false, 31);
    }
}
