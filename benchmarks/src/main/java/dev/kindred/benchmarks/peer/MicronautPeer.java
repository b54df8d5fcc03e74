package dev.kindred.benchmarks.peer;

import dev.kindred.benchmarks.entity.MicronautProfile;
import dev.kindred.benchmarks.entity.MicronautUser;
import dev.kindred.benchmarks.entity.NewRows;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.r2dbc.operations.R2dbcOperations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Micronaut Data R2DBC: repositories made at compile time, a join for the relation, {@code saveAll} for many rows. */
public final class MicronautPeer {

    private final MicronautUsers users;
    private final MicronautProfiles profiles;
    private final R2dbcOperations operations;

    private MicronautPeer(ApplicationContext context) {
        this.users = context.getBean(MicronautUsers.class);
        this.profiles = context.getBean(MicronautProfiles.class);
        this.operations = context.getBean(R2dbcOperations.class);
    }

    /** Opens it. */
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
                R2dbcPools.name("micronaut-data-r2dbc", binary), new MicronautPeer(context).tasks(), context::close));
    }

    private Map<Task, Operation> tasks() {
        return Map.of(
                Task.FIND, Operation.of(this::find),
                Task.LIST, Operation.of(this::list),
                Task.LIST_WITH_CHILD, Operation.of(this::join),
                Task.CREATE_BOTH, Operation.of(this::create),
                Task.INSERT_MANY, Operation.of(this::insertMany));
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

    /** Waits for the end of the transaction: its value comes before. */
    private Mono<Long> create(long turn) {
        return Flux.from(operations.withTransaction(status -> users.save(MicronautUser.of(NewRows.user(turn)))
                        .flatMap(user -> profiles.save(MicronautProfile.of(user, NewRows.profile(turn))))))
                .single()
                .map(MicronautProfile::newChecksum);
    }

    private Mono<Long> insertMany(long turn) {
        List<MicronautUser> rows =
                NewRows.users(turn, Turns.PAGE).stream().map(MicronautUser::of).toList();
        return Flux.from(operations.withTransaction(status -> users.saveAll(rows)))
                .reduce(0L, (sum, user) -> sum + user.newChecksum());
    }
}
