package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.model.Aggregate;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs the documentation's code for relations to many rows, verbatim. */
class ToManyReadmeIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.of(Person.class, Team.class, Membership.class, Tag.class)
                            .ddl())
            .resetBefore("truncate people, teams, memberships, tags, person_tag restart identity", """
                    insert into people (name) values ('ann'), ('bob'), ('cid');
                    insert into teams (name, budget, owner_id) values ('core', 10, 2), ('docs', 20, 3);
                    insert into memberships values
                        (1, 1, 'owner', null), (1, 2, 'member', now()), (2, 1, 'member', null), (2, 2, 'owner', null);
                    insert into tags (word) values ('a');
                    insert into person_tag values (3, 1);
                    """);

    private ReactiveMapper mapper;
    private Person person;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.create(database.pool());
        person = mapper.get(Person.class, 1L).block();
    }

    @Test
    void filtersByManyRows() {
        Flux<Person> owners = mapper.from(Person.class)
                .whereHas(
                        Person_.TEAMS,
                        teams -> teams.where(Team_.NAME.eq("core"))
                                .where(Person_.TEAMS.pivot(Membership_.ROLE.eq("owner"))))
                .all();

        Flux<Person> busy = mapper.from(Person.class)
                .where(Person_.TEAMS.count().ge(2L))
                .orHas(Person_.TAGS)
                .orderBy(Person_.TEAMS.sum(Team_.BUDGET).desc().nullsLast(), Person_.ID.asc())
                .all();

        assertThat(names(owners)).containsExactly("ann");
        assertThat(names(busy)).containsExactly("bob", "cid");
    }

    @Test
    void includesDeletedRowsOfOneStep() {
        Aggregate<Person, Long> ever = Person_.TEAMS.withDeletedPivots().count();

        Flux<Person> bosses = mapper.related(person, Person_.BOSSES.withDeleted(Person_.MEMBERSHIPS))
                .query()
                .all();

        assertThat(mapper.aggregate(List.of(person), ever).blockLast().get(ever))
                .isEqualTo(2);
        assertThat(names(bosses)).containsExactly("bob", "cid");
    }

    @Test
    void queriesManyRowsOfOneEntity() {
        Flux<Team> owned = mapper.related(person, Person_.TEAMS)
                .query()
                .where(Person_.TEAMS.pivot(Membership_.ROLE.eq("owner")))
                .all();

        Mono<Long> bosses =
                mapper.related(Person.class, 2L, Person_.BOSSES).query().count();

        assertThat(owned.map(Team::name).collectList().block()).containsExactly("core");
        assertThat(bosses.block()).isEqualTo(2);
    }

    private static List<String> names(Flux<Person> people) {
        return people.map(Person::name).collectList().block();
    }
}
