package dev.kindred.it.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.TenantException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.Link;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Tenant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

class TenantRelationsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create();

    private Tenancy tenancy;
    private ReactiveMapper mapper;

    @BeforeEach
    void rows() {
        tenancy = new Tenancy(database);
        mapper = tenancy.mapper();
    }

    @AfterEach
    void canaryIsUnchanged() {
        tenancy.check();
    }

    private Customer customer(long id) {
        return tenancy.own(mapper.get(Customer.class, id));
    }

    @Test
    void handlesReadRowsOfTheTenant() {
        List<Customer> customers = tenancy.own(mapper.from(Customer.class).all());
        assertThat(tenancy.own(Flux.fromIterable(customers).flatMap(Customer::orders)))
                .hasSize(3)
                .allMatch(order -> order.tenantId() == 1);
        assertThat(tenancy.own(Flux.fromIterable(customers).flatMap(Customer::lines)))
                .hasSize(3)
                .allMatch(line -> line.tenantId() == 1);
        assertThat(tenancy.own(Flux.fromIterable(customers).flatMap(Customer::labels)))
                .hasSize(1)
                .allMatch(label -> label.tenantId() == 1);
        assertThat(tenancy.own(Flux.fromIterable(customers).flatMap(Customer::clubs)))
                .hasSize(1)
                .allMatch(club -> club.tenantId() == 1);
        assertThat(tenancy.own(customers.get(0).account()).tenantId()).isEqualTo(1);
        assertThat(tenancy.own(customers.get(0).country()).code()).isEqualTo("de");
        assertThat(tenancy.own(tenancy.own(mapper.from(Order.class).first()).customer())
                        .tenantId())
                .isEqualTo(1);
    }

    @Test
    void aHandleBelongsToItsTenant() {
        Customer one = customer(1);
        Order order = tenancy.own(mapper.get(Order.class, 1L));
        for (int i = 0; i < 2; i++) {
            tenancy.recorder().clear();
            for (Flux<?> handle : List.<Flux<?>>of(
                    one.orders(),
                    one.labels(),
                    one.clubs(),
                    one.lines(),
                    one.account().flux(),
                    one.country().flux(),
                    order.customer().flux())) {
                assertThatExceptionOfType(TenantException.class)
                        .isThrownBy(() -> handle.contextWrite(Tenant.of(9L)).blockLast());
                assertThatExceptionOfType(TenantException.class).isThrownBy(handle::blockLast);
                assertThatExceptionOfType(TenantException.class)
                        .isThrownBy(() -> handle.contextWrite(Tenant.all()).blockLast());
            }
            assertThat(tenancy.recorder().texts()).isEmpty();
            // loaded handles are refused as well
            tenancy.own(one.orders());
            tenancy.own(one.account());
            tenancy.own(order.customer());
        }
    }

    @Test
    void handlesOfReferenceTablesDoNotKeepRowsOfTenants() {
        Country germany = mapper.get(Country.class, "de").block();
        assertThatExceptionOfType(TenantException.class).isThrownBy(() -> tenancy.own(germany.customers()));
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> tenancy.own(
                        mapper.from(Country.class).preload(Country_.CUSTOMERS).all()));
        assertThat(tenancy.own(
                        mapper.related(germany, Country_.CUSTOMERS).query().all()))
                .hasSize(2);
    }

    @Test
    void preloadsAndJoinsAreOfTheTenant() {
        List<Customer> customers = tenancy.own(mapper.from(Customer.class)
                .preload(
                        Customer_.ORDERS, orders -> orders.preload(Order_.LINES).limitEach(1))
                .preload(Customer_.ACCOUNT)
                .preload(Customer_.COUNTRY)
                .preload(Customer_.LABELS)
                .preload(Customer_.CLUBS, clubs -> clubs.limitEach(5))
                .preload(Customer_.LINES)
                .all());
        tenancy.recorder().texts().forEach(Tenancy::check);
        int statements = tenancy.recorder().count();
        assertThat(tenancy.own(Flux.fromIterable(customers).flatMap(Customer::orders)))
                .hasSize(2);
        assertThat(tenancy.own(Flux.fromIterable(customers).flatMap(Customer::lines)))
                .hasSize(3);
        assertThat(tenancy.own(customers.get(0).account()).tenantId()).isEqualTo(1);
        assertThat(tenancy.own(customers.get(0).clubs())).hasSize(1);
        assertThat(tenancy.recorder().count()).isEqualTo(statements);
        assertThat(tenancy.own(mapper.preload(List.of(customer(1)), Customer_.ORDERS)))
                .hasSize(1);
        assertThat(tenancy.own(mapper.from(Order.class).preload(Order_.CUSTOMER).all()))
                .hasSize(3);
        assertThat(tenancy.own(mapper.aggregate(customers, List.of(Customer_.ORDERS.count(), Customer_.LINES.count()))))
                .hasSize(2)
                .allMatch(each -> each.get(Customer_.ORDERS.count()) < 3);
    }

    @Test
    void childrenAreWrittenForTheTenant() {
        Customer one = customer(1);
        assertThat(tenancy.own(mapper.related(one, Customer_.ORDERS)
                                .create(List.of(Order_.ITEM.set("a"), Order_.AMOUNT.set(1))))
                        .tenantId())
                .isEqualTo(1);
        assertThat(tenancy.own(mapper.related(one, Customer_.ORDERS).create(Order.of("b", null)))
                        .tenantId())
                .isEqualTo(1);
        assertThat(tenancy.own(mapper.related(one, Customer_.ORDERS)
                        .createAll(List.of(Order.of("c", null), Order.of("d", null)))))
                .allMatch(order -> order.tenantId() == 1);
        assertThat(tenancy.own(mapper.related(one, Customer_.ORDERS)
                                .matching(List.of(Order_.ITEM.set("pen")))
                                .updateOrCreate(List.of(Order_.AMOUNT.set(5))))
                        .id())
                .isEqualTo(1);
        assertThat(tenancy.own(mapper.related(one, Customer_.ORDERS)
                                .matching(List.of(Order_.ITEM.set("fresh")))
                                .firstOrCreate(List.of(Order_.AMOUNT.set(5))))
                        .tenantId())
                .isEqualTo(1);
        assertThat(tenancy.own(mapper.related(one, Customer_.ORDERS)
                                .matching(List.of(Order_.ITEM.set("fresher")))
                                .createOrFirst(List.of(Order_.AMOUNT.set(5))))
                        .tenantId())
                .isEqualTo(1);
        assertThat(tenancy.own(mapper.related(one, Customer_.ACCOUNT).update(List.of(Account_.BALANCE.set(5))))
                        .tenantId())
                .isEqualTo(1);
        assertThat(tenancy.own(mapper.related(customer(2), Customer_.ACCOUNT).create(List.of(Account_.BALANCE.set(3))))
                        .tenantId())
                .isEqualTo(1);
        assertThat(tenancy.own(mapper.related(one, Customer_.ACCOUNT).replace(Account.of(6), OrphanPolicy.DELETE))
                        .balance())
                .isEqualTo(6);
        assertThat(tenancy.own(mapper.related(one, Customer_.ORDERS).updateAll(List.of(Order_.AMOUNT.set(9)))))
                .isEqualTo(8);
        assertThat(tenancy.own(mapper.related(one, Customer_.ACCOUNT).delete())).isTrue();
        assertThat(tenancy.own(mapper.related(one, Customer_.ORDERS).deleteAll()))
                .isEqualTo(8);
    }

    /** A defect of Hibernate: collections were changed before the owner was checked. */
    @Test
    void collectionsAreReplacedForTheTenant() {
        Order one = tenancy.own(mapper.get(Order.class, 1L));
        assertThat(tenancy.own(mapper.related(one, Order_.LINES)
                                .replaceAll(
                                        List.of(Line.of(null, 1L, "changed", 1L), Line.of("added")),
                                        OrphanPolicy.DELETE))
                        .added())
                .allMatch(line -> line.tenantId() == 1);
        Order foreign = mapper.get(Order.class, 1L).contextWrite(Tenant.of(9L)).block();
        tenancy.recorder().clear();
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() ->
                        tenancy.own(mapper.related(foreign, Order_.LINES).replaceAll(List.of(), OrphanPolicy.DELETE)));
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> tenancy.own(mapper.related(one, Order_.LINES)
                        .replaceAll(List.of(Line.of(9L, null, "x", 1L)), OrphanPolicy.DELETE)));
    }

    @Test
    void parentsAreSavedWithChildren() {
        Customer stored =
                tenancy.own(mapper.save(Customer.of(null, null, "p"), Customer_.ACCOUNT.child(Account.of(3))));
        assertThat(stored.tenantId()).isEqualTo(1);
        assertThat(tenancy.own(stored.account()).tenantId()).isEqualTo(1);
        Customer more = tenancy.own(mapper.save(
                Customer.of(null, null, "q"),
                Customer_.ORDERS.children(List.of(Order.of("a", null), Order.of("b", null)))));
        assertThat(tenancy.own(more.orders())).hasSize(2).allMatch(order -> order.tenantId() == 1);
        assertThat(tenancy.own(mapper.insertAll(
                        List.of(Customer.of(null, null, "r")), Customer_.ACCOUNT, parent -> Account.of(1))))
                .hasSize(1);
    }

    @Test
    void pairsAreOfTheTenant() {
        Customer one = customer(1);
        assertThat(tenancy.own(mapper.related(one, Customer_.LABELS).attachKeys(List.of(1L, 2L)))
                        .attached())
                .hasSize(1);
        assertThat(tenancy.own(mapper.related(one, Customer_.LABELS).syncKeys(List.of(2L)))
                        .detached())
                .hasSize(1);
        assertThat(tenancy.own(mapper.related(one, Customer_.LABELS).toggleKeys(List.of(1L, 2L)))
                        .attached())
                .hasSize(1);
        assertThat(tenancy.own(mapper.related(one, Customer_.LABELS).detachAll())
                        .detached())
                .hasSize(1);
        assertThat(tenancy.own(mapper.related(one, Customer_.LABELS).create(List.of(Label_.NAME.set("green"))))
                        .tenantId())
                .isEqualTo(1);
        assertThat(tenancy.own(mapper.related(one, Customer_.LABELS)
                        .createAll(List.of(Label.of(null, "a"), Label.of(null, "b")))))
                .allMatch(label -> label.tenantId() == 1);
        assertThat(tenancy.own(mapper.related(one, Customer_.CLUBS).attachKeys(List.of(1L, 2L)))
                        .attached())
                .hasSize(1);
        assertThat(tenancy.own(mapper.related(one, Customer_.CLUBS)
                                .updatePivot(1L, List.of(Membership_.ROLE.set("guest"))))
                        .updated())
                .hasSize(1);
        assertThat(tenancy.own(mapper.related(one, Customer_.CLUBS)
                        .syncLinks(List.of(
                                Link.toKey(1L, Membership_.ROLE.set("boss")),
                                Link.toKey(2L, Membership_.ROLE.set("member"))))))
                .isNotNull();
        assertThat(tenancy.own(mapper.related(one, Customer_.CLUBS).syncKeys(List.of(2L)))
                        .detached())
                .hasSize(1);
        assertThat(tenancy.own(mapper.related(one, Customer_.CLUBS).create(List.of(Club_.NAME.set("new"))))
                        .tenantId())
                .isEqualTo(1);
        assertThat(tenancy.own(mapper.related(Customer.class, 1L, Customer_.CLUBS)
                        .query()
                        .all()))
                .hasSize(2);
    }

    @Test
    void ownersAreTouchedForTheTenant() {
        Order order = tenancy.own(mapper.get(Order.class, 1L));
        assertThat(tenancy.own(mapper.update(order)).version()).isEqualTo(2);
        assertThat(customer(1).touchedAt()).isAfter("2021-01-01T00:00:00Z");
        assertThat(tenancy.own(
                        mapper.updateAll(tenancy.own(mapper.from(Order.class).all()))))
                .hasSize(3);
        assertThat(customer(2).touchedAt()).isAfter("2021-01-01T00:00:00Z");
        assertThat(tenancy.own(mapper.related(tenancy.own(mapper.get(Order.class, 3L)), Order_.CUSTOMER)
                                .associate(customer(1)))
                        .customerId())
                .isEqualTo(1);
    }
}
