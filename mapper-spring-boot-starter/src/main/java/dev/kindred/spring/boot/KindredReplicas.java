package dev.kindred.spring.boot;

import dev.kindred.reactor.ReactiveMapperBuilder;
import dev.kindred.reactor.Replicas;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The pools of the replicas, and their end.
 *
 * @param pools the pools; none without replicas
 * @param properties how the replicas are used
 */
record KindredReplicas(List<ConnectionPool> pools, KindredReplicaProperties properties)
        implements ReactiveMapperBuilderCustomizer {

    @Override
    public void customize(ReactiveMapperBuilder builder) {
        Replicas replicas = Replicas.of(pools.toArray(ConnectionPool[]::new));
        replicas = with("max-lag", replicas::maxLag, properties.maxLag());
        replicas = with("poll-every", replicas::pollEvery, properties.pollEvery());
        @Nullable Duration wait = properties.waitAtMost();
        replicas = wait == null ? replicas : with("wait-at-most", replicas::waitAtMost, wait);
        builder.replicas(properties.failWithout() ? replicas.failWithout() : replicas);
    }

    private static Replicas with(String name, Function<Duration, Replicas> step, Duration value) {
        return Settings.applied("kindred.replicas." + name, step, value);
    }

    /** Closes the connections. Spring waits for the result. */
    Mono<Void> close() {
        return Flux.fromIterable(pools)
                .flatMap(pool -> new KindredPool(pool).close())
                .then();
    }
}
