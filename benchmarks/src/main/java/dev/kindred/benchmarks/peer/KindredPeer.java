package dev.kindred.benchmarks.peer;

import static java.util.Objects.requireNonNull;

import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.NewRows;
import dev.kindred.benchmarks.entity.Profile;
import dev.kindred.benchmarks.entity.ProfileRow;
import dev.kindred.benchmarks.entity.Profile_;
import dev.kindred.benchmarks.entity.User;
import dev.kindred.benchmarks.entity.UserRow;
import dev.kindred.benchmarks.entity.User_;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import io.r2dbc.pool.ConnectionPool;
import java.util.EnumMap;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Kindred with the defaults of its own pool. */
public final class KindredPeer {

    private final ReactiveMapper mapper;

    private KindredPeer(ReactiveMapper mapper) {
        this.mapper = mapper;
    }

    /** Opens it with {@code poolSize} connections. */
    public static Peer open(Login login, int poolSize) {
        ConnectionPool pool =
                Connections.builder(login.r2dbcUrl()).maxSize(poolSize).build();
        KindredPeer peer = new KindredPeer(ReactiveMapper.create(pool));
        return new Peer("kindred", peer.operations(), pool::dispose);
    }

    private Map<Task, Operation> operations() {
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        operations.put(Task.FIND, Operation.of(this::find));
        operations.put(Task.LIST, Operation.of(this::list));
        operations.put(Task.LIST_WITH_CHILD, Operation.of(turn -> preload(turn, Turns.PAGE)));
        operations.put(Task.LIST_WITH_CHILD_LAZY, Operation.of(this::lazy));
        operations.put(Task.CREATE_BOTH, Operation.of(this::create));
        operations.put(Task.INSERT_MANY, Operation.of(this::insertMany));
        Parents.COUNTS.forEach((task, rows) -> operations.put(task, Operation.of(turn -> preload(turn, rows))));
        return operations;
    }

    private Mono<Long> find(long turn) {
        return mapper.find(User.class, Turns.key(turn)).map(KindredPeer::checksum);
    }

    private Mono<Long> list(long turn) {
        return mapper.from(User.class)
                .where(User_.ID.gt(Turns.pageStart(turn, Turns.PAGE)))
                .orderBy(User_.ID.asc())
                .limit(Turns.PAGE)
                .all()
                .reduce(0L, (sum, user) -> sum + checksum(user));
    }

    private Mono<Long> preload(long turn, int rows) {
        return mapper.from(User.class)
                .where(User_.ID.gt(Turns.pageStart(turn, rows)))
                .orderBy(User_.ID.asc())
                .limit(rows)
                .preload(User_.PROFILE)
                .all()
                .reduce(0L, (sum, user) -> sum + withLoadedProfile(user));
    }

    private Mono<Long> lazy(long turn) {
        return mapper.from(User.class)
                .where(User_.ID.gt(Turns.pageStart(turn, Turns.PAGE)))
                .orderBy(User_.ID.asc())
                .limit(Turns.PAGE)
                .all()
                .flatMap(KindredPeer::withProfile)
                .reduce(0L, Long::sum);
    }

    private Mono<Long> create(long turn) {
        ProfileRow profile = NewRows.profile(turn);
        return mapper.related(entity(NewRows.user(turn)), User_.PROFILE)
                .create(
                        Profile_.NAME.set(profile.name()),
                        Profile_.TELEPHONE.set(profile.telephone()),
                        Profile_.LOCALE.set(profile.locale()))
                .map(KindredPeer::newChecksum);
    }

    private Mono<Long> insertMany(long turn) {
        Flux<User> users = Flux.fromIterable(NewRows.users(turn, Turns.PAGE)).map(KindredPeer::entity);
        return mapper.insertAll(users).reduce(0L, (sum, user) -> sum + newChecksum(user));
    }

    private static User entity(UserRow row) {
        return new User(null, row.email(), row.active(), row.score(), row.token(), row.createdAt(), Mono.empty());
    }

    private static long withLoadedProfile(User user) {
        Profile profile = requireNonNull(Relations.stateOf(user.profile()).valueOrNull());
        return checksum(user) + checksum(profile);
    }

    private static Mono<Long> withProfile(User user) {
        return user.profile().map(profile -> checksum(user) + checksum(profile));
    }

    private static long checksum(User user) {
        return Checksums.user(user.id(), user.email(), user.active(), user.score(), user.token(), user.createdAt());
    }

    private static long newChecksum(User user) {
        return user.id() == null
                ? -1
                : Checksums.newUser(user.email(), user.active(), user.score(), user.token(), user.createdAt());
    }

    private static long checksum(Profile profile) {
        return Checksums.profile(profile.id(), profile.userId(), profile.name(), profile.telephone(), profile.locale());
    }

    private static long newChecksum(Profile profile) {
        return profile.id() == null || profile.userId() == null
                ? -1
                : Checksums.newProfile(profile.name(), profile.telephone(), profile.locale());
    }
}
