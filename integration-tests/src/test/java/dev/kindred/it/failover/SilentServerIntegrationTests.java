package dev.kindred.it.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Schema;
import dev.kindred.it.support.FaultProxy;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Replicas;
import dev.kindred.test.internal.Await;
import dev.kindred.test.internal.Cluster;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A server that stays silent on open connections does not hold up the reads of a replica. */
class SilentServerIntegrationTests {

    private static final Duration LIMIT = Duration.ofSeconds(25);
    private static final Duration LONG = Duration.ofMinutes(1);

    private static ConnectionPool pool(String host, int port) {
        return Connections.builder("r2dbc:postgresql://postgres:secret@" + host + ":" + port + "/postgres")
                .maxSize(2)
                .acquireTimeout(Duration.ofSeconds(20))
                .build();
    }

    private static Mono<Integer> read(ReactiveMapper mapper) {
        return mapper.from(Server.class).one().map(Server::port).as(mapper::fromReplica);
    }

    private static void usesReplica(ReactiveMapper mapper, Cluster cluster) {
        Await.await(LONG, () -> read(mapper).block(LONG) == cluster.standby(1).port(), () -> "The replica is not used");
    }

    @Test
    void aSilentPrimaryOrReplicaIsNotWaitedFor() {
        try (Cluster cluster = Cluster.start(1, Map.of(), Schema.TABLES + Server.VIEW);
                FaultProxy primary =
                        FaultProxy.before("127.0.0.1", cluster.primary().port());
                FaultProxy replica =
                        FaultProxy.before("127.0.0.1", cluster.standby(1).port())) {
            ConnectionPool ofPrimary = pool(primary.host(), primary.port());
            ConnectionPool ofReplica = pool(replica.host(), replica.port());
            ReactiveMapper mapper = ReactiveMapper.builder(ofPrimary)
                    .replicas(Replicas.of(ofReplica).maxLag(LONG).pollEvery(Duration.ofMillis(20)))
                    .build();
            usesReplica(mapper, cluster);

            primary.blackHole();
            for (int i = 0; i < 3; i++) {
                assertThat(Mono.delay(Duration.ofMillis(30)).then(read(mapper)).block(LIMIT))
                        .isEqualTo(cluster.standby(1).port());
            }
            primary.cutAll();
            primary.heal();

            usesReplica(mapper, cluster);
            replica.blackHole();
            assertThat(Mono.delay(Duration.ofMillis(30)).then(read(mapper)).block(LIMIT))
                    .isEqualTo(cluster.primary().port());
            replica.cutAll();
            replica.heal();
            ofPrimary.disposeLater().then(ofReplica.disposeLater()).block(LONG);
        }
    }
}
