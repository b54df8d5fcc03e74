package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.PageRequest;
import dev.kindred.reactor.HasManyOperations;
import dev.kindred.reactor.Link;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.PivotOperations;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.schema.Schema;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** The statements in the tables of the guide for relations to many rows, with a pool of one connection. */
class ToManyStatementsIntegrationTests {

    private static final Pattern CONTROL = Pattern.compile("BEGIN.*|COMMIT|SAVEPOINT.*|RELEASE.*");

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.of(Person.class, Team.class, Membership.class, Tag.class, Customer.class, Purchase.class)
                            .ddl())
            .resetBefore(
                    "truncate people, teams, memberships, tags, person_tag, customers, purchases" + " restart identity",
                    """
                    insert into people (name) values ('ann'), ('bob'), ('cid');
                    insert into teams (name, budget, owner_id) values ('core', 10, 2), ('docs', 20, 3), ('site', 30, 3);
                    insert into memberships values (2, 1, 'owner'), (2, 2, 'member');
                    insert into customers (name) values ('jane'), ('joe');
                    insert into purchases (customer_id, number, total)
                        select 1 + n % 2, 'A-' || n, n from generate_series(1, 10) n;
                    """);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private HasManyOperations<Customer, Purchase> purchases;
    private PivotOperations<Team, Membership> teams;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
        purchases = mapper.related(mapper.get(Customer.class, 1L).block(), Customer_.PURCHASES);
        teams = mapper.related(mapper.get(Person.class, 2L).block(), Person_.TEAMS);
    }

    /** Asserts the number of statements without those that begin and end transactions, and whether there are such. */
    private void sends(int statements, boolean inTransaction, Publisher<?> operation) {
        recorder.clear();
        Flux.from(operation).blockLast();
        assertThat(recorder.texts())
                .filteredOn(text -> !CONTROL.matcher(text).matches())
                .hasSize(statements);
        assertThat(recorder.texts().contains("BEGIN")).isEqualTo(inTransaction);
    }

    private void sends(int statements, Publisher<?> operation) {
        sends(statements, false, operation);
    }

    private static Purchase purchase(String number) {
        return new Purchase(null, null, number, 10, null);
    }

    @Test
    void readsOfLists() {
        List<Customer> customers =
                mapper.from(Customer.class).all().collectList().block();

        sends(1, Flux.fromIterable(customers).flatMap(Customer::purchases));
        sends(0, Flux.fromIterable(customers).flatMap(Customer::purchases));
        sends(0, mapper.preload(customers, Customer_.PURCHASES));
        sends(2, mapper.from(Customer.class).preload(Customer_.PURCHASES).all());
        sends(
                2,
                mapper.from(Customer.class)
                        .preload(Customer_.PURCHASES, rows -> rows.limitEach(2))
                        .all());
        sends(1, purchases.query().all());
        sends(1, purchases.query().slice(PageRequest.of(0, 2)));
        sends(2, purchases.query().page(PageRequest.of(0, 2)));
        sends(1, purchases.query().scroll(2, null));
        sends(3, purchases.query().stream(2));
        sends(1, purchases.query().count());
    }

    @Test
    void readsOverPivotsAndPaths() {
        List<Person> people = mapper.from(Person.class).all().collectList().block();

        sends(2, Flux.fromIterable(people).flatMap(Person::teams));
        sends(0, Flux.fromIterable(people).flatMap(Person::teams));
        sends(1, Flux.fromIterable(people).flatMap(Person::tags));
        sends(1, Flux.fromIterable(people).flatMap(Person::bosses));
        sends(3, mapper.from(Person.class).preload(Person_.TEAMS).all());
        sends(
                3,
                mapper.from(Person.class)
                        .preload(Person_.TEAMS, rows -> rows.where(Person_.TEAMS.pivot(Membership_.ROLE.eq("owner"))))
                        .all());
        sends(
                2,
                mapper.from(Person.class)
                        .preload(Person_.TEAMS, rows -> rows.where(Team_.BUDGET.gt(10)))
                        .all());
        sends(
                2,
                mapper.from(Person.class)
                        .preload(Person_.TEAMS, rows -> rows.limitEach(1))
                        .all());
        sends(2, mapper.from(Person.class).preload(Person_.BOSSES).all());
        sends(1, teams.query().all());
        sends(2, teams.query().page(PageRequest.of(0, 1)));
        sends(2, teams.links());
    }

    @Test
    void filtersAndAggregates() {
        sends(
                1,
                mapper.from(Person.class).has(Person_.TEAMS).has(Person_.BOSSES).all());
        sends(
                1,
                mapper.from(Person.class)
                        .with(Person_.TEAMS.count(), Person_.TEAMS.sum(Team_.BUDGET))
                        .orderBy(Person_.TEAMS.count().desc())
                        .all());
        List<Person> people = mapper.from(Person.class).all().collectList().block();
        sends(1, mapper.aggregate(people, List.of(Person_.TEAMS.count(), Person_.TEAMS.sum(Team_.BUDGET))));
    }

    @Test
    void writesOfLists() {
        Purchase stored = purchases.query().first().block();
        List<Purchase> all = purchases.query().all().collectList().block();

        sends(1, purchases.create(Purchase_.NUMBER.set("n"), Purchase_.TOTAL.set(1)));
        sends(1, purchases.create(purchase("c")));
        sends(1, purchases.save(purchase("s")));
        sends(1, purchases.save(stored));
        sends(1, purchases.createAll(List.of(purchase("a"), purchase("b"))));
        sends(1, purchases.saveAll(List.of(purchase("a"), purchase("b"))));
        sends(2, true, purchases.saveAll(List.of(stored, purchase("d"))));
        sends(1, purchases.update(Purchase_.TOTAL.lt(3), Purchase_.TOTAL.set(3)));
        sends(1, purchases.updateAll(Purchase_.TOTAL.set(4)));
        sends(1, purchases.delete(Purchase_.TOTAL.gt(1000)));
        sends(5, true, purchases.replaceAll(List.of(changed(all.get(0)), purchase("e")), OrphanPolicy.DELETE));
        List<Purchase> now = purchases.query().all().collectList().block();
        sends(2, true, purchases.replaceAll(now, OrphanPolicy.DELETE));
        sends(1, purchases.deleteAll());
    }

    private static Purchase changed(Purchase purchase) {
        return Purchase_.copyOf(purchase).set(Purchase_.NUMBER, "changed").build();
    }

    @Test
    void findsOrCreates() {
        sends(1, purchases.matching(Purchase_.NUMBER.set("A-2")).firstOrCreate(Purchase_.TOTAL.set(1)));
        database.postgres().execute("create unique index found on purchases (customer_id, number)");
        try {
            sends(2, purchases.matching(Purchase_.NUMBER.set("i")).firstOrCreate(Purchase_.TOTAL.set(1)));
        } finally {
            database.postgres().execute("drop index found");
        }
        // the first call without an index sends one more statement, which finds that out
        purchases
                .matching(Purchase_.NUMBER.set("j"))
                .firstOrCreate(Purchase_.TOTAL.set(1))
                .block();
        sends(4, true, purchases.matching(Purchase_.NUMBER.set("k")).firstOrCreate(Purchase_.TOTAL.set(1)));
    }

    @Test
    void writesOfParentsWithTheirLists() {
        Customer customer = new Customer(null, "new", null);

        sends(2, true, mapper.save(customer, Customer_.PURCHASES.children(List.of(purchase("a")))));
        sends(
                2,
                true,
                mapper.insertAll(List.of(customer, customer), Customer_.PURCHASES, each -> List.of(purchase("a"))));
    }

    @Test
    void writesOfPairs() {
        Link<Team, Membership> link = Link.toKey(3L, Membership_.ROLE.set("guest"));
        Team team = mapper.get(Team.class, 3L).block();

        sends(1, teams.attachLink(link));
        sends(0, teams.attachLinks(List.of()));
        sends(1, teams.detach(team));
        sends(0, teams.detach(List.of()));
        sends(2, true, teams.syncLinks(List.of(link)));
        sends(2, true, teams.syncLinks(List.of(link)));
        sends(2, true, teams.syncKeysWithoutDetaching(List.of(3L)));
        sends(0, teams.syncKeysWithoutDetaching(List.of()));
        sends(2, true, teams.toggle(team));
        sends(0, teams.toggle(List.of()));
        sends(1, teams.updatePivot(3L, Membership_.ROLE.set("owner")));
        sends(
                1,
                teams.create(
                        List.of(Team_.NAME.set("n"), Team_.BUDGET.set(1)), List.of(Membership_.ROLE.set("owner"))));
        sends(2, true, teams.sync(List.of()));
        sends(1, teams.detachAll());
    }
}
