package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.Link;
import dev.kindred.reactor.LinkChanges;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.PivotOperations;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.schema.Schema;
import dev.kindred.type.ComparisonOperator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Runs the calls of the phrase book for relations to many rows, and the writes of pairs in the guide. */
class ToManyPhrasesIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.of(Person.class, Team.class, Membership.class, Tag.class, Customer.class, Purchase.class)
                            .ddl())
            .resetBefore(
                    "truncate people, teams, memberships, tags, person_tag, customers, purchases" + " restart identity",
                    """
                    insert into people (name) values ('ann'), ('bob');
                    insert into teams (name, budget) values ('core', 10), ('docs', 20), ('site', 30);
                    insert into memberships values (1, 1, 'owner'), (1, 2, 'member'), (2, 1, 'owner');
                    insert into customers (name) values ('jane');
                    insert into purchases (customer_id, number, total) values (1, 'A-1', 10), (1, 'A-2', 20);
                    """);

    private final List<Purchase> wanted = List.of(purchase("w"));
    private ReactiveMapper mapper;
    private Person person;
    private Team team;
    private Customer customer;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.create(database.newPool(1));
        person = mapper.get(Person.class, 1L).block();
        team = mapper.get(Team.class, 1L).block();
        customer = mapper.get(Customer.class, 1L).block();
    }

    private static Purchase purchase(String number) {
        return new Purchase(null, null, number, 10, null);
    }

    @Test
    void reads() {
        List<Flux<?>> reads = List.of(
                customer.purchases(),
                mapper.related(customer, Customer_.PURCHASES).query().stream(),
                mapper.related(person, Person_.TEAMS).links());
        List<Flux<?>> found = List.of(
                mapper.from(Customer.class).preload(Customer_.PURCHASES).all(),
                mapper.from(Customer.class)
                        .preload(Customer_.PURCHASES, rows -> rows.limitEach(3))
                        .all(),
                mapper.from(Customer.class)
                        .has(Customer_.PURCHASES, ComparisonOperator.GREATER_OR_EQUAL, 2)
                        .all(),
                mapper.from(Customer.class)
                        .whereHas(Customer_.PURCHASES, rows -> rows.where(Purchase_.TOTAL.gt(10)))
                        .all(),
                mapper.from(Customer.class)
                        .withSum(Customer_.PURCHASES, Purchase_.TOTAL)
                        .all());

        reads.forEach(read -> StepVerifier.create(read).expectNextCount(2).verifyComplete());
        found.forEach(read -> StepVerifier.create(read).expectNextCount(1).verifyComplete());
    }

    @Test
    void writesLists() {
        List<Mono<?>> writes = List.of(
                mapper.related(customer, Customer_.PURCHASES)
                        .create(Purchase_.NUMBER.set("A-3"), Purchase_.TOTAL.set(10)),
                mapper.related(customer, Customer_.PURCHASES).createAll(wanted).then(Mono.just(1)),
                mapper.related(customer, Customer_.PURCHASES).save(purchase("s")),
                mapper.related(customer, Customer_.PURCHASES)
                        .matching(Purchase_.NUMBER.set("A-1"))
                        .firstOrCreate(Purchase_.TOTAL.set(10)),
                mapper.related(customer, Customer_.PURCHASES).update(Purchase_.TOTAL.lt(5), Purchase_.TOTAL.set(5)),
                mapper.related(customer, Customer_.PURCHASES).delete(Purchase_.TOTAL.lt(5)),
                mapper.related(customer, Customer_.PURCHASES).replaceAll(wanted, OrphanPolicy.DELETE),
                mapper.related(customer, Customer_.PURCHASES).deleteAll(),
                mapper.save(new Customer(null, "Joe", null), Customer_.PURCHASES.children(wanted)));

        writes.forEach(write -> StepVerifier.create(write).expectNextCount(1).verifyComplete());
        assertThat(database.postgres().queryLong("select count(*) from purchases"))
                .isEqualTo(1);
    }

    @Test
    void writesPairs() {
        List<Mono<LinkChanges>> writes = List.of(
                mapper.related(person, Person_.TEAMS).attachLink(Link.toKey(1L, Membership_.ROLE.set("owner"))),
                mapper.related(person, Person_.TEAMS).detach(team),
                mapper.related(person, Person_.TEAMS).syncLinks(List.of(Link.toKey(1L, Membership_.ROLE.set("owner")))),
                mapper.related(person, Person_.TEAMS).syncKeysWithoutDetaching(List.of(1L)),
                mapper.related(person, Person_.TEAMS).updatePivot(1L, Membership_.ROLE.set("member")),
                mapper.related(person, Person_.TEAMS).toggle(team),
                mapper.related(person, Person_.TEAMS).detachAll());

        writes.forEach(write -> StepVerifier.create(write).expectNextCount(1).verifyComplete());
        assertThat(database.postgres()
                        .queryLong("select count(*) from memberships where person_id = 1 and left_at is null"))
                .isZero();
    }

    @Test
    void writesOfTheGuide() {
        mapper.related(person, Person_.TEAMS).detachAll().block();

        PivotOperations<Team, Membership> teams = mapper.related(person, Person_.TEAMS);

        Mono<LinkChanges> attached = teams.attachLinks(
                List.of(Link.to(team, Membership_.ROLE.set("owner")), Link.toKey(2L, Membership_.ROLE.set("member"))));
        Mono<LinkChanges> synced = teams.syncLinks(
                List.of(Link.toKey(2L, Membership_.ROLE.set("owner")), Link.toKey(3L, Membership_.ROLE.set("member"))));
        Mono<LinkChanges> kept = teams.syncKeysWithoutDetaching(List.of(2L, 3L));
        Mono<LinkChanges> promoted = teams.updatePivot(3L, Membership_.ROLE.set("owner"));
        Mono<Team> created = teams.create(
                List.of(Team_.NAME.set("new"), Team_.BUDGET.set(5)), List.of(Membership_.ROLE.set("owner")));
        Mono<LinkChanges> removed = teams.detachKeys(List.of(2L));

        assertThat(attached.block()).isEqualTo(changes(List.of(1L, 2L), List.of(), List.of(), List.of()));
        assertThat(synced.block()).isEqualTo(changes(List.of(3L), List.of(1L), List.of(2L), List.of()));
        assertThat(kept.block()).isEqualTo(changes(List.of(), List.of(), List.of(), List.of(2L, 3L)));
        assertThat(promoted.block().updated()).containsExactly(3L);
        assertThat(created.block().name()).isEqualTo("new");
        assertThat(removed.block().detached()).containsExactly(2L);
    }

    private static LinkChanges changes(
            List<Object> attached, List<Object> detached, List<Object> updated, List<Object> unchanged) {
        return new LinkChanges(attached, detached, updated, unchanged);
    }
}
