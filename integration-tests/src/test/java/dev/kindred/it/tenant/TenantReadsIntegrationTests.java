package dev.kindred.it.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.InvalidCursorException;
import dev.kindred.error.TenantException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.model.RawSql;
import dev.kindred.query.PageRequest;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Tenant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

class TenantReadsIntegrationTests {

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

    private EntitySelect<Order> orders() {
        return mapper.from(Order.class);
    }

    @Test
    void eachReadHasTheTenantAsParameter() {
        assertThat(tenancy.own(orders().all())).extracting(Order::tenantId).containsExactly(1L, 1L, 1L);
        assertThat(tenancy.recorder().texts())
                .containsExactly("SELECT \"tenant_id\", \"id\", \"item\", \"amount\", \"version\", \"deleted_at\","
                        + " \"customer_id\" FROM (SELECT * FROM \"orders\" WHERE \"tenant_id\" = $1) AS \"orders\""
                        + " WHERE \"deleted_at\" IS NULL");
        assertThat(orders().all()
                        .contextWrite(Tenant.of(9L))
                        .map(Order::tenantId)
                        .distinct()
                        .collectList()
                        .block())
                .containsExactly(9L);
        assertThat(orders().all().contextWrite(Tenant.of(2L)).count().block()).isZero();
        assertThat(tenancy.recorder().texts().stream().distinct()).hasSize(1);
    }

    @Test
    void withoutTenantNoStatementIsSent() {
        List<Mono<?>> reads = List.of(
                orders().all().collectList(),
                orders().first(),
                orders().count(),
                orders().exists(),
                orders().stream().collectList(),
                orders().page(PageRequest.first(1)),
                orders().scroll(1, null),
                mapper.find(Order.class, 1L),
                mapper.get(Order.class, 1L),
                mapper.from(Country.class).has(Country_.CUSTOMERS).all().collectList(),
                mapper.related(Country.class, "de", Country_.CUSTOMERS)
                        .query()
                        .all()
                        .collectList());
        for (Mono<?> read : reads) {
            assertThatExceptionOfType(TenantException.class).isThrownBy(read::block);
            assertThatExceptionOfType(TenantException.class)
                    .isThrownBy(() -> read.contextWrite(Tenant.all()).block());
            assertThatExceptionOfType(TenantException.class)
                    .isThrownBy(() -> read.contextWrite(Tenant.of("text")).block());
        }
        assertThat(tenancy.recorder().texts()).isEmpty();
    }

    @Test
    void mapperWithoutTenantsRefusesSuchEntities() {
        ReactiveMapper without = tenancy.builder(database).build();
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> without.from(Order.class)
                        .all()
                        .contextWrite(Tenant.of(1L))
                        .blockLast());
        assertThat(tenancy.recorder().texts()).isEmpty();
        assertThat(without.from(Country.class).count().block()).isEqualTo(1);
    }

    @Test
    void filtersOfEachLevelAreOfTheTenant() {
        assertThat(tenancy.own(mapper.from(Customer.class)
                        .whereHas(
                                Customer_.ORDERS,
                                orders -> orders.where(Order_.ITEM.eq("pen"))
                                        .whereHas(Order_.LINES, lines -> lines.where(Line_.SKU.eq("x"))))
                        .all()))
                .extracting(Customer::id)
                .containsExactly(1L);
        assertThat(tenancy.own(mapper.from(Customer.class).has(Customer_.LABELS).count()))
                .isEqualTo(1);
        assertThat(tenancy.own(mapper.from(Customer.class).has(Customer_.CLUBS).count()))
                .isEqualTo(1);
        assertThat(tenancy.own(mapper.from(Customer.class).has(Customer_.LINES).count()))
                .isEqualTo(2);
        assertThat(tenancy.own(
                        mapper.from(Country.class).has(Country_.CUSTOMERS).count()))
                .isEqualTo(1);
        assertThat(tenancy.own(mapper.from(Customer.class)
                        .doesntHave(Customer_.ACCOUNT)
                        .all()))
                .extracting(Customer::id)
                .containsExactly(2L);
        assertThat(tenancy.own(mapper.related(Country.class, "de", Country_.CUSTOMERS)
                        .query()
                        .all()))
                .hasSize(2);
        assertThat(tenancy.own(orders().where(Order_.ID.eq(1L))
                        .orWhere(Order_.ID.gt(0L))
                        .count()))
                .isEqualTo(3);
    }

    @Test
    void locksAndPagesAreOfTheTenant() {
        assertThat(tenancy.own(mapper.transactional(orders().forUpdate().all().collectList())))
                .hasSize(3);
        assertThat(tenancy.own(orders().page(PageRequest.first(2))).total()).isEqualTo(3);
        assertThat(tenancy.own(orders().stream())).hasSize(3);
        assertThat(tenancy.own(mapper.find(Order.class, 2L)).tenantId()).isEqualTo(1);
        assertThat(mapper.find(Order.class, 2L).contextWrite(Tenant.of(2L)).blockOptional())
                .isEmpty();
    }

    @Test
    void aCursorBelongsToItsTenant() {
        String cursor = tenancy.own(orders().scroll(1, null)).next();
        assertThat(tenancy.own(orders().scroll(1, cursor)).rows())
                .extracting(Order::id)
                .containsExactly(2L);
        assertThatExceptionOfType(InvalidCursorException.class)
                .isThrownBy(() ->
                        orders().scroll(1, cursor).contextWrite(Tenant.of(9L)).block());
    }

    @Test
    void projectionsAndGroupsAreOfTheTenant() {
        assertThat(tenancy.own(orders().project(Order_.ITEM).all())).hasSize(3);
        assertThat(tenancy.own(orders().select(Order_.ID, Order_.CUSTOMER_ID).all()))
                .allMatch(order -> order.tenantId() == 1);
        assertThat(tenancy.own(orders().groupBy(Order_.CUSTOMER_ID).all())).hasSize(2);
        assertThat(tenancy.own(mapper.from(Customer.class)
                        .with(Customer_.ORDERS.count())
                        .all()))
                .hasSize(2);
    }

    @Test
    void rawSqlNamesTheTenant() {
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> tenancy.own(
                        mapper.sql("select * from orders").as(Order.class).all()));
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> tenancy.own(mapper.sql("delete from orders").execute()));
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> mapper.sql("delete from orders where tenant_id = :tenant")
                        .bind("tenant", 9L)
                        .execute());
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> tenancy.own(orders().where(RawSql.unsafeSql("id in (select order_id from lines)")
                                .condition())
                        .all()));
        assertThat(tenancy.recorder().texts()).isEmpty();
        assertThat(tenancy.own(mapper.sql("select * from \"orders\" where tenant_id = :tenant")
                        .as(Order.class)
                        .all()))
                .hasSize(3);
        tenancy.recorder().clear();
        assertThat(tenancy.own(
                        orders().where(RawSql.unsafeSql("id in (select order_id from lines where tenant_id = :tenant)")
                                        .condition())
                                .all()))
                .hasSize(2);
        assertThat(tenancy.own(mapper.sql("select count(*) as n from orders")
                        .acrossTenants()
                        .map(row -> row.get("n", Long.class))
                        .one()))
                .isEqualTo(6);
    }

    @Test
    void aQueryReadsAcrossTenantsWhereAllowed() {
        ReactiveMapper across =
                ReactiveMapper.builder(database.pool()).allowAcrossTenants().build();
        assertThat(across.from(Order.class).count().contextWrite(Tenant.all()).block())
                .isEqualTo(6);
        List<Order> all = across.from(Order.class)
                .where(Order_.ID.eq(1L))
                .all()
                .contextWrite(Tenant.all())
                .collectList()
                .block();
        assertThat(all).extracting(Order::tenantId).containsExactlyInAnyOrder(1L, 9L);
        for (Order order : all) {
            assertThatExceptionOfType(TenantException.class)
                    .isThrownBy(
                            () -> order.customer().contextWrite(Tenant.all()).block());
            assertThat(order.customer()
                            .contextWrite(Tenant.of(order.tenantId()))
                            .block()
                            .tenantId())
                    .isEqualTo(order.tenantId());
        }
        List<Mono<?>> refused = List.of(
                across.from(Order.class).has(Order_.LINES).count(),
                across.from(Order.class).preload(Order_.LINES).all().collectList(),
                across.from(Order.class).preload(Order_.CUSTOMER).all().collectList(),
                across.find(Order.class, 1L),
                across.related(Customer.class, 1L, Customer_.ORDERS)
                        .query()
                        .all()
                        .collectList(),
                across.insert(Order.of("new", 1L)),
                across.update(Order.class, 1L).set(Order_.ITEM.set("x")).execute(),
                across.delete(Line.class).everything().execute());
        for (Mono<?> read : refused) {
            assertThatExceptionOfType(TenantException.class)
                    .isThrownBy(() -> read.contextWrite(Tenant.all()).block());
        }
    }
}
