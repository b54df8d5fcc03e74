package dev.kindred.it.preload;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;

/** A program for a small heap. It reads all users with their profiles and prints their number and the cost. */
final class LargePreload {

    private LargePreload() {}

    public static void main(String[] arguments) {
        StatementRecorder recorder = new StatementRecorder();
        // a new JVM on a busy machine is slow to open its first connection
        ConnectionPool pool = Connections.builder(arguments[0])
                .connectTimeout(Duration.ofMinutes(1))
                .acquireTimeout(Duration.ofMinutes(1))
                .build();
        ReactiveMapper mapper = ReactiveMapper.builder(pool).listener(recorder).build();
        List<User> users = mapper.from(User.class)
                .preload(User_.PROFILE)
                .all()
                .collectList()
                .block();
        long matching = users.stream()
                .filter(user -> Relations.stateOf(user.profile()) instanceof RelationState.Loaded<?> loaded
                        && loaded.value() instanceof Profile profile
                        && user.id().equals(profile.userId()))
                .count();
        pool.disposeLater().block();
        System.out.println(
                users.size() + " users, " + matching + " with their profile, " + recorder.count() + " statements");
    }
}
