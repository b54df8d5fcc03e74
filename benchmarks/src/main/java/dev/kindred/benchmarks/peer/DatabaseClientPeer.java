package dev.kindred.benchmarks.peer;

import static java.util.Objects.requireNonNull;

import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.NewRows;
import dev.kindred.benchmarks.entity.ProfileRow;
import dev.kindred.benchmarks.entity.Setting;
import dev.kindred.benchmarks.entity.UserRow;
import dev.kindred.benchmarks.entity.UserWithProfile;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Spring's DatabaseClient, with hand-written SQL and mapping. Parameters are positional, so the client does not parse
 * the SQL.
 */
public final class DatabaseClientPeer {

    private final DatabaseClient client;
    private final TransactionalOperator transaction;

    private DatabaseClientPeer(DatabaseClient client, TransactionalOperator transaction) {
        this.client = client;
        this.transaction = transaction;
    }

    /** Opens the peer. */
    public static List<Peer> open(Login login, int poolSize, boolean binary) {
        ConnectionPool pool = R2dbcPools.open(login, poolSize, binary);
        DatabaseClientPeer peer = new DatabaseClientPeer(
                DatabaseClient.builder()
                        .connectionFactory(pool)
                        .namedParameters(false)
                        .build(),
                TransactionalOperator.create(new R2dbcTransactionManager(pool)));
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        operations.putAll(peer.operations());
        operations.putAll(new DatabaseClientQueries(peer.client).operations());
        return List.of(R2dbcPools.peer("spring-database-client", binary, operations, pool));
    }

    private Map<Task, Operation> operations() {
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        operations.put(Task.FIND, Operation.of(this::find));
        operations.put(Task.LIST, Operation.of(this::list));
        operations.put(Task.CREATE_BOTH, Operation.of(this::create));
        operations.put(Task.INSERT, Operation.of(this::insert));
        operations.put(Task.INSERT_THOUSAND, Operation.of(turn -> insertMany(turn, Turns.PAGE)));
        operations.put(Task.INSERT_TEN_THOUSAND, Operation.of(turn -> insertMany(turn, Turns.MANY)));
        operations.put(Task.UPSERT, Operation.of(turn -> settings(Sql.UPSERT, NewRows.halfKnown(turn))));
        operations.put(Task.UPDATE, Operation.of(turn -> settings(Sql.UPDATE, NewRows.allKnown(turn))));
        operations.putAll(Parents.operations(rows -> Operation.of(turn -> twoStatements(turn, rows))));
        return operations;
    }

    private Mono<Long> find(long turn) {
        return client.sql(Sql.FIND)
                .bind(0, Turns.key(turn))
                .map(Readers::user)
                .one()
                .map(Checksums::of);
    }

    private Mono<Long> list(long turn) {
        return page(turn, Turns.PAGE)
                .map(users -> users.stream().mapToLong(Checksums::of).sum());
    }

    private Mono<List<UserRow>> page(long turn, int rows) {
        return client.sql(Sql.LIST)
                .bind(0, Turns.pageStart(turn, rows))
                .bind(1, rows)
                .map(Readers::user)
                .all()
                .collectList();
    }

    private Mono<Long> twoStatements(long turn, int rows) {
        return page(turn, rows)
                .flatMap(this::withProfiles)
                .map(both -> both.stream().mapToLong(Checksums::of).sum());
    }

    private Mono<List<UserWithProfile>> withProfiles(List<UserRow> users) {
        return client.sql(Sql.CHILDREN)
                .bind(0, users.stream().map(UserRow::id).toArray(Long[]::new))
                .map(row -> Readers.profile(row, 0))
                .all()
                .collectMap(ProfileRow::userId)
                .map(profiles -> users.stream()
                        .map(user -> new UserWithProfile(user, requireNonNull(profiles.get(user.id()))))
                        .toList());
    }

    private Mono<Long> create(long turn) {
        return bindUser(client.sql(Sql.INSERT_USER), NewRows.user(turn))
                .map(Readers::user)
                .one()
                .flatMap(user -> bindProfile(client.sql(Sql.INSERT_PROFILE), user.id(), NewRows.profile(turn))
                        .map(row -> Readers.profile(row, 0))
                        .one())
                .as(transaction::transactional)
                .map(Checksums::ofNew);
    }

    private Mono<Long> insert(long turn) {
        return bindUser(client.sql(Sql.INSERT_USER), NewRows.user(turn))
                .map(Readers::user)
                .one()
                .map(Checksums::ofNew);
    }

    private Mono<Long> insertMany(long turn, int count) {
        return bindAll(client.sql(Sql.INSERT_MANY), Columns.of(NewRows.users(turn, count)))
                .map(Readers::user)
                .all()
                .collectList()
                .map(stored -> stored.stream().mapToLong(Checksums::ofNew).sum());
    }

    private Mono<Long> settings(String sql, List<Setting> settings) {
        return bindAll(client.sql(sql), Columns.ofSettings(settings))
                .map(Readers::setting)
                .all()
                .collectList()
                .map(stored -> stored.stream().mapToLong(Setting::checksum).sum());
    }

    private static GenericExecuteSpec bindAll(GenericExecuteSpec spec, Object[] columns) {
        GenericExecuteSpec bound = spec;
        for (int i = 0; i < columns.length; i++) {
            bound = bound.bind(i, columns[i]);
        }
        return bound;
    }

    private static GenericExecuteSpec bindUser(GenericExecuteSpec spec, UserRow user) {
        return spec.bind(0, user.email())
                .bind(1, user.active())
                .bind(2, user.score())
                .bind(3, user.token())
                .bind(4, user.createdAt());
    }

    private static GenericExecuteSpec bindProfile(GenericExecuteSpec spec, long userId, ProfileRow profile) {
        String telephone = profile.telephone();
        return spec.bind(0, userId)
                .bind(1, profile.name())
                .bind(
                        2,
                        telephone == null
                                ? Parameters.in(R2dbcType.VARCHAR)
                                : Parameters.in(R2dbcType.VARCHAR, telephone))
                .bind(3, profile.locale());
    }
}
