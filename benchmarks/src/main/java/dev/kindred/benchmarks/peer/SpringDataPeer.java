package dev.kindred.benchmarks.peer;

import static java.util.Objects.requireNonNull;
import static org.springframework.data.relational.core.query.Criteria.where;
import static org.springframework.data.relational.core.query.Query.query;

import dev.kindred.benchmarks.entity.NewRows;
import dev.kindred.benchmarks.entity.Setting;
import dev.kindred.benchmarks.entity.SpringProfile;
import dev.kindred.benchmarks.entity.SpringUser;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import io.r2dbc.pool.ConnectionPool;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.data.domain.Sort;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Spring Data R2DBC: relations with a second select and an IN list, and with one select for each row. */
public final class SpringDataPeer {

    /** The maximum number of parameters of a PostgreSQL statement, and so of an IN list. */
    private static final int MOST_PARAMETERS = 65_535;

    private final R2dbcEntityTemplate template;
    private final TransactionalOperator transaction;

    private SpringDataPeer(R2dbcEntityTemplate template, TransactionalOperator transaction) {
        this.template = template;
        this.transaction = transaction;
    }

    /** Opens the peer and its variant with one select for each row. */
    public static List<Peer> open(Login login, int poolSize, boolean binary) {
        ConnectionPool pool = R2dbcPools.open(login, poolSize, binary);
        SpringDataPeer peer = new SpringDataPeer(
                new R2dbcEntityTemplate(pool), TransactionalOperator.create(new R2dbcTransactionManager(pool)));
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        operations.putAll(peer.operations());
        operations.putAll(new SpringDataQueries(peer.template).operations());
        Peer main = R2dbcPools.peer("spring-data-r2dbc", binary, operations, pool);
        return List.of(main, main.variant("-n+1", Map.of(Task.LIST_WITH_CHILD, Operation.of(peer::onePerRow))));
    }

    private Map<Task, Operation> operations() {
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        operations.put(Task.FIND, Operation.of(this::find));
        operations.put(Task.LIST, Operation.of(this::list));
        operations.put(Task.CREATE_BOTH, Operation.of(this::create));
        operations.put(Task.INSERT, Operation.of(this::insert));
        operations.put(Task.INSERT_THOUSAND, Operation.of(turn -> insertMany(turn, Turns.PAGE)));
        operations.put(Task.INSERT_TEN_THOUSAND, Operation.of(turn -> insertMany(turn, Turns.MANY)));
        operations.put(Task.UPSERT, Operation.of(turn -> oneByOne(NewRows.halfKnown(turn), template::<Setting>upsert)));
        operations.put(Task.UPDATE, Operation.of(turn -> oneByOne(NewRows.allKnown(turn), template::<Setting>update)));
        operations.putAll(Parents.operations(rows -> Operation.of(turn -> twoSelects(turn, rows)), MOST_PARAMETERS));
        return operations;
    }

    private Mono<Long> find(long turn) {
        return template.selectOne(query(where("id").is(Turns.key(turn))), SpringUser.class)
                .map(SpringUser::checksum);
    }

    private Mono<Long> list(long turn) {
        return page(turn, Turns.PAGE).reduce(0L, (sum, user) -> sum + user.checksum());
    }

    private Flux<SpringUser> page(long turn, int rows) {
        return template.select(
                query(where("id").greaterThan(Turns.pageStart(turn, rows)))
                        .sort(Sort.by("id"))
                        .limit(rows),
                SpringUser.class);
    }

    private Mono<Long> twoSelects(long turn, int rows) {
        return page(turn, rows).collectList().flatMap(this::withProfiles);
    }

    private Mono<Long> withProfiles(List<SpringUser> users) {
        return template.select(
                        query(where("user_id")
                                .in(users.stream().map(SpringUser::id).toList())),
                        SpringProfile.class)
                .collectMap(SpringProfile::userId)
                .map(profiles -> users.stream()
                        .mapToLong(user -> user.checksum()
                                + requireNonNull(profiles.get(user.id())).checksum())
                        .sum());
    }

    private Mono<Long> onePerRow(long turn) {
        return page(turn, Turns.PAGE)
                .collectList()
                .flatMapIterable(users -> users)
                .flatMap(this::withProfile)
                .reduce(0L, Long::sum);
    }

    private Mono<Long> withProfile(SpringUser user) {
        return template.selectOne(query(where("user_id").is(requireNonNull(user.id()))), SpringProfile.class)
                .map(profile -> user.checksum() + profile.checksum());
    }

    private Mono<Long> create(long turn) {
        return template.insert(SpringUser.of(NewRows.user(turn)))
                .flatMap(user -> template.insert(SpringProfile.of(user.id(), NewRows.profile(turn))))
                .as(transaction::transactional)
                .map(SpringProfile::newChecksum);
    }

    private Mono<Long> insert(long turn) {
        return template.insert(SpringUser.of(NewRows.user(turn))).map(SpringUser::newChecksum);
    }

    private Mono<Long> insertMany(long turn, int count) {
        return Flux.fromIterable(NewRows.users(turn, count))
                .concatMap(row -> template.insert(SpringUser.of(row)))
                .as(transaction::transactional)
                .reduce(0L, (sum, user) -> sum + user.newChecksum());
    }

    /** Like its repositories for many rows: there is no multi-row statement. */
    private Mono<Long> oneByOne(List<Setting> settings, Function<Setting, Mono<Setting>> writing) {
        return Flux.fromIterable(settings)
                .concatMap(writing)
                .as(transaction::transactional)
                .reduce(0L, (sum, setting) -> sum + setting.checksum());
    }
}
