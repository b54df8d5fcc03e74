package dev.kindred.benchmarks.peer;

import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.MicronautProfile;
import dev.kindred.benchmarks.entity.MicronautUser;
import dev.kindred.benchmarks.entity.NewRows;
import dev.kindred.benchmarks.entity.Setting;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Micronaut Data R2DBC: repositories generated at compile time, a join for the relation, {@code saveAll} for many rows.
 */
public final class MicronautPeer {

    private final MicronautUsers users;
    private final MicronautProfiles profiles;
    private final MicronautSettings settings;
    private final MicronautWideRows wideRows;
    private final R2dbcOperations operations;

    private MicronautPeer(ApplicationContext context) {
        this.users = context.getBean(MicronautUsers.class);
        this.profiles = context.getBean(MicronautProfiles.class);
        this.settings = context.getBean(MicronautSettings.class);
        this.wideRows = context.getBean(MicronautWideRows.class);
        this.operations = context.getBean(R2dbcOperations.class);
    }

    /** Opens the peer. */
    public static List<Peer> open(Login login, int poolSize, boolean binary) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(
                "r2dbc.datasources.default.url",
                "r2dbc:pool:postgresql://" + login.host() + ":" + login.port() + "/" + login.database());
        settings.put("r2dbc.datasources.default.username", login.user());
        settings.put("r2dbc.datasources.default.password", login.password());
        settings.put("r2dbc.datasources.default.options.initialSize", 0);
        settings.put("r2dbc.datasources.default.options.maxSize", poolSize);
        settings.put("r2dbc.datasources.default.options.forceBinary", binary);
        settings.put("r2dbc.datasources.default.dialect", "POSTGRES");
        ApplicationContext context = ApplicationContext.run(settings);
        return List.of(new Peer(
                "micronaut-data-r2dbc" + (binary ? "-binary" : "-text"),
                new MicronautPeer(context).tasks(),
                context::close,
                () -> R2dbcPools.inUse((ConnectionPool) context.getBean(ConnectionFactory.class))));
    }

    private Map<Task, Operation> tasks() {
        Map<Task, Operation> tasks = new EnumMap<>(Task.class);
        tasks.put(Task.FIND, Operation.of(this::find));
        tasks.put(Task.LIST, Operation.of(this::list));
        tasks.put(Task.LIST_WITH_CHILD, Operation.of(this::join));
        tasks.put(Task.WIDE, Operation.of(this::wide));
        tasks.put(Task.CREATE_BOTH, Operation.of(this::create));
        tasks.put(Task.INSERT, Operation.of(this::insert));
        tasks.put(Task.INSERT_THOUSAND, Operation.of(turn -> insertMany(turn, Turns.PAGE)));
        tasks.put(Task.INSERT_TEN_THOUSAND, Operation.of(turn -> insertMany(turn, Turns.MANY)));
        tasks.put(Task.UPSERT, Operation.of(this::upsert));
        tasks.put(Task.UPDATE, Operation.of(this::update));
        tasks.put(Task.FILTER, Operation.of(turn -> sum(users.withTelephone(Turns.telephone(turn)))));
        tasks.put(Task.COUNT, Operation.of(this::count));
        tasks.put(Task.PAGE, Operation.of(this::page));
        tasks.put(Task.STREAM, Operation.of(turn -> sum(all())));
        tasks.put(Task.STREAM_CANCELLED, Operation.of(turn -> sum(all().take(Turns.CANCELLED_AFTER))));
        return tasks;
    }

    private Mono<Long> find(long turn) {
        return users.findById(Turns.key(turn)).map(MicronautUser::checksum);
    }

    private Mono<Long> list(long turn) {
        return users.findTop1000ByIdGreaterThanOrderById(Turns.pageStart(turn, Turns.PAGE))
                .reduce(0L, (sum, user) -> sum + user.checksum());
    }

    private Mono<Long> join(long turn) {
        return profiles.findTop1000ByUserIdGreaterThanOrderByUserId(Turns.pageStart(turn, Turns.PAGE))
                .reduce(0L, (sum, profile) -> sum + profile.checksumOfBoth());
    }

    /** Waits for the end of the transaction, because the value is emitted before it. */
    private Mono<Long> create(long turn) {
        return Flux.from(operations.withTransaction(status -> users.save(MicronautUser.of(NewRows.user(turn)))
                        .flatMap(user -> profiles.save(MicronautProfile.of(user, NewRows.profile(turn))))))
                .single()
                .map(MicronautProfile::newChecksum);
    }

    private Mono<Long> insert(long turn) {
        return users.save(MicronautUser.of(NewRows.user(turn))).map(MicronautUser::newChecksum);
    }

    private Mono<Long> insertMany(long turn, int count) {
        List<MicronautUser> rows =
                NewRows.users(turn, count).stream().map(MicronautUser::of).toList();
        return Flux.from(operations.withTransaction(status -> users.saveAll(rows)))
                .reduce(0L, (sum, user) -> sum + user.newChecksum());
    }

    private Mono<Long> upsert(long turn) {
        List<Setting> rows = NewRows.halfKnown(turn);
        return Flux.from(operations.withTransaction(status -> settings.store(rows)))
                .single()
                .map(stored -> rows.stream().mapToLong(Setting::checksum).sum());
    }

    private Mono<Long> update(long turn) {
        List<Setting> rows = NewRows.allKnown(turn);
        return Flux.from(operations.withTransaction(status -> settings.updateAll(rows)))
                .reduce(0L, (sum, setting) -> sum + setting.checksum());
    }

    private Mono<Long> wide(long turn) {
        return wideRows.findTop100ByIdGreaterThanOrderById(Turns.widePageStart(turn))
                .reduce(0L, (sum, row) -> sum + row.checksum());
    }

    private Mono<Long> count(long turn) {
        return users.countInRange(Turns.telephoneFrom(turn), Turns.telephoneTo(turn));
    }

    private Mono<Long> page(long turn) {
        return sum(users.pageInRange(
                        Turns.telephoneFrom(turn), Turns.telephoneTo(turn), Turns.SHORT_PAGE, Turns.PAGE_OFFSET))
                .flatMap(page -> count(turn).map(total -> Checksums.ofPage(page, total)));
    }

    private Flux<MicronautUser> all() {
        return users.findByIdGreaterThanOrderById(0L).limitRate(Turns.DEMAND);
    }

    private static Mono<Long> sum(Flux<MicronautUser> users) {
        return users.reduce(0L, (sum, user) -> sum + user.checksum());
    }
}
