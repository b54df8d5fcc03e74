package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Replicas;
import dev.kindred.reactor.Tracked;
import dev.kindred.schema.Schema;
import dev.kindred.spring.web.ReadPositionFilter;
import dev.kindred.test.internal.Cluster;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs the guide's code for replicas, verbatim. */
class ReplicaReadmeIntegrationTests {

    @Test
    void aReadSeesTheWriteBeforeIt() {
        String tables = Schema.of(Account.class, Subscription.class).ddl();
        try (Cluster cluster = Cluster.start(2, Map.of(), tables)) {
            String primary = url(cluster.primary());
            String replica1 = url(cluster.standby(1));
            String replica2 = url(cluster.standby(2));
            Account account = new Account(null, "ann@example.org", Instant.EPOCH, BigDecimal.ONE, null);

            ReactiveMapper mapper = ReactiveMapper.builder(Connections.pool(primary))
                    .replicas(Replicas.of(Connections.pool(replica1), Connections.pool(replica2))
                            .maxLag(Duration.ofSeconds(5)))
                    .build();

            Flux<Account> accounts = mapper.from(Account.class).all().as(mapper::fromReplica);
            assertThat(accounts.collectList().block()).isEmpty();

            Mono<Tracked<Account>> saved = mapper.insert(account).as(mapper::tracked);
            String position = saved.block().position();

            Flux<Account> mine =
                    mapper.from(Account.class).all().as(mapper::fromReplica).contextWrite(mapper.notBefore(position));
            assertThat(mine.collectList().block()).hasSize(1);

            WebFilter filter = ReadPositionFilter.of(mapper, "position", Duration.ofMinutes(1));
            assertThat(filter).isNotNull();
        }
    }

    private static String url(Cluster.Server server) {
        return "r2dbc:postgresql://postgres:secret@" + server.address() + "/postgres";
    }
}
