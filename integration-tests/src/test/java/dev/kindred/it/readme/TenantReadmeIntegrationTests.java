package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Tenant;
import dev.kindred.schema.Schema;
import io.r2dbc.pool.ConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs the guide's code for tenants, verbatim. */
class TenantReadmeIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.of(Agent.class, Ticket.class).ddl());

    @Test
    void eachTenantHasItsTickets() {
        ConnectionPool pool = database.pool();
        ReactiveMapper mapper = ReactiveMapper.builder(pool).withTenants().build();
        mapper.insert(Ticket.of("T-1")).contextWrite(Tenant.of(42L)).block();
        mapper.insert(Ticket.of("T-1")).contextWrite(Tenant.of(7L)).block();

        Flux<Ticket> tickets = mapper.from(Ticket.class).all().contextWrite(Tenant.of(42L));
        assertThat(tickets.collectList().block()).extracting(Ticket::tenantId).containsExactly(42L);

        Mono<Long> all = mapper.sql("select count(*) as n from tickets")
                .acrossTenants()
                .map(row -> row.get("n", Long.class))
                .one();
        assertThat(all.block()).isEqualTo(2);

        ReactiveMapper everything =
                ReactiveMapper.builder(pool).allowAcrossTenants().build();
        Mono<Long> count = everything.from(Ticket.class).count().contextWrite(Tenant.all());
        assertThat(count.block()).isEqualTo(2);

        Mono<Long> closed = mapper.sql("delete from tickets where number = :number and tenant_id = :tenant")
                .bind("number", "T-1")
                .execute()
                .contextWrite(Tenant.of(42L));
        assertThat(closed.block()).isEqualTo(1);
        assertThat(all.block()).isEqualTo(1);
    }
}
