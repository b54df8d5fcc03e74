package dev.kindred.benchmarks.peer;

import static java.util.Objects.requireNonNull;

import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.NewRows;
import dev.kindred.benchmarks.entity.Profile;
import dev.kindred.benchmarks.entity.ProfileRow;
import dev.kindred.benchmarks.entity.Profile_;
import dev.kindred.benchmarks.entity.Setting;
import dev.kindred.benchmarks.entity.User;
import dev.kindred.benchmarks.entity.UserRow;
import dev.kindred.benchmarks.entity.User_;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import dev.kindred.reactor.SharedReads;
import dev.kindred.reactor.SharedWrites;
import io.r2dbc.pool.ConnectionPool;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Kindred with the defaults of its own pool. */
public final class KindredPeer {

    private final ReactiveMapper mapper;

    private KindredPeer(ReactiveMapper mapper) {
        this.mapper = mapper;
    }

    /** Opens the peer with {@code poolSize} connections, and its variants. */
    public static List<Peer> open(Login login, int poolSize) {
        ConnectionPool pool =
                Connections.builder(login.r2dbcUrl()).maxSize(poolSize).build();
        ReactiveMapper mapper = ReactiveMapper.create(pool);
        KindredPeer users = new KindredPeer(mapper);
        KindredPeer sharing = new KindredPeer(ReactiveMapper.builder(pool)
                .sharedReads(SharedReads.WHEN_BUSY)
                .sharedWrites(SharedWrites.WHEN_BUSY)
                .build());
        KindredQueries queries = new KindredQueries(mapper);
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        operations.putAll(users.operations());
        operations.putAll(queries.operations());
        KindredLists lists = new KindredLists(mapper);
        operations.put(Task.LISTS, Operation.of(lists::preload));
        operations.put(Task.FIRST_OF_LISTS, Operation.of(lists::latest));
        KindredPairs pairs = new KindredPairs(mapper);
        operations.putAll(pairs.operations());
        Peer peer = new Peer("kindred", operations, pool::dispose, () -> R2dbcPools.inUse(pool));
        return List.of(
                peer,
                peer.variant(
                        "-shared",
                        Map.of(
                                Task.FIND, Operation.of(sharing::find),
                                Task.INSERT, Operation.of(sharing::insert),
                                Task.FIND_WITH_CHILD, Operation.of(sharing::findWithProfile))),
                peer.variant(
                        "-lazy",
                        Map.of(
                                Task.LIST_WITH_CHILD, Operation.of(users::lazy),
                                Task.LISTS, Operation.of(lists::lazy),
                                Task.PAIRS, Operation.of(pairs::lazy))),
                peer.variant("-joined", Map.of(Task.LIST_WITH_CHILD, Operation.of(users::joined))),
                peer.variant("-stream", Parents.operations(rows -> Operation.of(turn -> users.streamed(turn, rows)))),
                peer.variant("-one-chunk", Map.of(Task.INSERT_TEN_THOUSAND, Operation.of(users::insertInOneChunk))),
                peer.variant(
                        "-n+1",
                        Map.of(
                                Task.LIST_WITH_CHILD, Operation.of(users::onePerRow),
                                Task.LISTS, Operation.of(lists::onePerRow),
                                Task.PAIRS, Operation.of(pairs::onePerRow))),
                peer.variant("-preload", Map.of(Task.STREAM_WITH_CHILD, Operation.of(queries::streamWithProfiles))),
                peer.variant("-preload-joined", Map.of(Task.STREAM_WITH_CHILD, Operation.of(queries::streamJoined))));
    }

    private Map<Task, Operation> operations() {
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        operations.put(Task.FIND, Operation.of(this::find));
        operations.put(Task.FIND_WITH_CHILD, Operation.of(this::findWithProfile));
        operations.put(Task.LIST, Operation.of(this::list));
        operations.put(Task.CREATE_BOTH, Operation.of(this::create));
        operations.put(Task.INSERT, Operation.of(this::insert));
        operations.put(
                Task.INSERT_THOUSAND, Operation.of(turn -> insertMany(turn, Turns.PAGE, ChunkOptions.defaults())));
        operations.put(
                Task.INSERT_TEN_THOUSAND,
                Operation.of(turn ->
                        insertMany(turn, Turns.MANY, ChunkOptions.defaults().atomic())));
        operations.put(Task.UPSERT, Operation.of(turn -> sum(mapper.upsertAll(rows(NewRows.halfKnown(turn))))));
        operations.put(Task.UPDATE, Operation.of(turn -> sum(mapper.updateAll(rows(NewRows.allKnown(turn))))));
        operations.putAll(Parents.operations(rows -> Operation.of(turn -> preload(turn, rows))));
        return operations;
    }

    private Mono<Long> find(long turn) {
        return mapper.find(User.class, Turns.key(turn)).map(KindredPeer::checksum);
    }

    private Mono<Long> findWithProfile(long turn) {
        return mapper.find(User.class, Turns.key(turn)).flatMap(KindredPeer::withProfile);
    }

    private Mono<Long> list(long turn) {
        return page(turn, Turns.PAGE).all().reduce(0L, (sum, user) -> sum + checksum(user));
    }

    private Mono<Long> preload(long turn, int rows) {
        return page(turn, rows).preload(User_.PROFILE).all().reduce(0L, (sum, user) -> sum + checksumOfBoth(user));
    }

    private Mono<Long> streamed(long turn, int rows) {
        return page(turn, rows).preload(User_.PROFILE).stream().reduce(0L, (sum, user) -> sum + checksumOfBoth(user));
    }

    private Mono<Long> joined(long turn) {
        return page(turn, Turns.PAGE)
                .preload(User_.PROFILE, profile -> profile.joined())
                .all()
                .reduce(0L, (sum, user) -> sum + checksumOfBoth(user));
    }

    private Mono<Long> lazy(long turn) {
        return page(turn, Turns.PAGE).all().flatMap(KindredPeer::withProfile).reduce(0L, Long::sum);
    }

    private Mono<Long> onePerRow(long turn) {
        return page(turn, Turns.PAGE)
                .loading(LoadMode.SINGLE)
                .all()
                .flatMap(KindredPeer::withProfile)
                .reduce(0L, Long::sum);
    }

    private EntitySelect<User> page(long turn, int rows) {
        return mapper.from(User.class)
                .where(User_.ID.gt(Turns.pageStart(turn, rows)))
                .orderBy(User_.ID.asc())
                .limit(rows);
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

    private Mono<Long> insert(long turn) {
        return mapper.insert(entity(NewRows.user(turn))).map(KindredPeer::newChecksum);
    }

    private Mono<Long> insertInOneChunk(long turn) {
        return insertMany(turn, Turns.MANY, ChunkOptions.defaults().size(Turns.MANY));
    }

    private Mono<Long> insertMany(long turn, int count, ChunkOptions options) {
        Flux<User> users = Flux.fromIterable(NewRows.users(turn, count)).map(KindredPeer::entity);
        return mapper.insertAll(users, options).reduce(0L, (sum, user) -> sum + newChecksum(user));
    }

    private static Flux<Setting> rows(List<Setting> settings) {
        return Flux.fromIterable(settings);
    }

    private static Mono<Long> sum(Flux<Setting> stored) {
        return stored.reduce(0L, (sum, setting) -> sum + setting.checksum());
    }

    private static User entity(UserRow row) {
        return new User(null, row.email(), row.active(), row.score(), row.token(), row.createdAt(), Mono.empty());
    }

    private static Mono<Long> withProfile(User user) {
        return user.profile().map(profile -> checksum(user) + checksum(profile));
    }

    static long checksumOfBoth(User user) {
        Profile profile = requireNonNull(Relations.stateOf(user.profile()).getOrNull());
        return checksum(user) + checksum(profile);
    }

    static long checksum(User user) {
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
