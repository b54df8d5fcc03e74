package dev.kindred.it.query;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * A program for a small heap and a pool of one connection. It streams all users with their profiles, then streams some
 * of them slowly with concurrent work, cancels, and prints the results.
 */
final class LargeStream {

    private LargeStream() {}

    public static void main(String[] arguments) {
        // a new JVM on a busy machine is slow to open its first connection
        ConnectionPool pool = Connections.builder(arguments[0])
                .maxSize(1)
                .connectTimeout(Duration.ofMinutes(1))
                .acquireTimeout(Duration.ofMinutes(1))
                .build();
        ReactiveMapper mapper = ReactiveMapper.create(pool);
        long matching = mapper.from(User.class).preload(User_.PROFILE).stream()
                .concatMap(user -> user.profile().filter(profile -> user.id().equals(profile.userId())))
                .count()
                .block();
        long slow = mapper.from(User.class).stream()
                .limitRate(10)
                .concatMap(user -> user.profile().map(Profile::userId))
                .delayElements(Duration.ofMillis(1))
                .concatMap(id -> id % 100 == 0
                        ? mapper.from(User.class).where(User_.ID.eq(id)).count().thenReturn(id)
                        : Mono.just(id))
                .take(500)
                .count()
                .block();
        Long after = mapper.from(User.class).where(User_.ID.le(5L)).count().block(Duration.ofMinutes(1));
        int acquired = pool.getMetrics().orElseThrow().acquiredSize();
        pool.disposeLater().block();
        System.out.println(matching + " with their profile, " + slow + " slowly, " + after + " after, " + acquired
                + " connections kept");
    }
}
