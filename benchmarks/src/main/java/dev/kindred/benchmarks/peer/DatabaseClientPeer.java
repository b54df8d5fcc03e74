package dev.kindred.benchmarks.peer;

import static java.util.Objects.requireNonNull;

import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.NewRows;
import dev.kindred.benchmarks.entity.ProfileRow;
import dev.kindred.benchmarks.entity.UserRow;
import dev.kindred.benchmarks.entity.UserWithProfile;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Spring's DatabaseClient, with SQL and mapping by hand; parameters by position, which it need not parse. */
public final class DatabaseClientPeer {

    private final DatabaseClient client;
    private final TransactionalOperator transaction;

    private DatabaseClientPeer(DatabaseClient client, TransactionalOperator transaction) {
        this.client = client;
        this.transaction = transaction;
    }

    /** Opens it. */
    public static List<Peer> open(Login login, int poolSize, boolean binary) {
        ConnectionPool pool = R2dbcPools.open(login, poolSize, binary);
        DatabaseClientPeer peer = new DatabaseClientPeer(
                DatabaseClient.builder()
                        .connectionFactory(pool)
                        .namedParameters(false)
                        .build(),
                TransactionalOperator.create(new R2dbcTransactionManager(pool)));
        return List.of(new Peer(R2dbcPools.name("spring-database-client", binary), peer.operations(), pool::dispose));
    }

    private Map<Task, Operation> operations() {
        return Map.of(
                Task.FIND, Operation.of(this::find),
                Task.LIST, Operation.of(this::list),
                Task.LIST_WITH_CHILD, Operation.of(this::twoStatements),
                Task.CREATE_BOTH, Operation.of(this::create),
                Task.INSERT_MANY, Operation.of(this::insertMany));
    }

    private Mono<Long> find(long turn) {
        return client.sql(Sql.FIND)
                .bind(0, Turns.key(turn))
                .map(RawR2dbcPeer::user)
                .one()
                .map(Checksums::of);
    }

    private Mono<Long> list(long turn) {
        return page(turn).map(users -> users.stream().mapToLong(Checksums::of).sum());
    }

    private Mono<List<UserRow>> page(long turn) {
        return client.sql(Sql.LIST)
                .bind(0, Turns.pageStart(turn, Turns.PAGE))
                .bind(1, Turns.PAGE)
                .map(RawR2dbcPeer::user)
                .all()
                .collectList();
    }

    private Mono<Long> twoStatements(long turn) {
        return page(turn)
                .flatMap(this::withProfiles)
                .map(both -> both.stream().mapToLong(Checksums::of).sum());
    }

    private Mono<List<UserWithProfile>> withProfiles(List<UserRow> users) {
        return client.sql(Sql.CHILDREN)
                .bind(0, users.stream().map(UserRow::id).toArray(Long[]::new))
                .map(row -> RawR2dbcPeer.profile(row, 0))
                .all()
                .collectMap(ProfileRow::userId)
                .map(profiles -> users.stream()
                        .map(user -> new UserWithProfile(user, requireNonNull(profiles.get(user.id()))))
                        .toList());
    }

    private Mono<Long> create(long turn) {
        return bindUser(client.sql(Sql.INSERT_USER), NewRows.user(turn))
                .map(RawR2dbcPeer::user)
                .one()
                .flatMap(user -> bindProfile(client.sql(Sql.INSERT_PROFILE), user.id(), NewRows.profile(turn))
                        .map(row -> RawR2dbcPeer.profile(row, 0))
                        .one())
                .as(transaction::transactional)
                .map(Checksums::ofNew);
    }

    private Mono<Long> insertMany(long turn) {
        List<UserRow> users = NewRows.users(turn, Turns.PAGE);
        return client.sql(Sql.INSERT_MANY)
                .bind(0, users.stream().map(UserRow::email).toArray(String[]::new))
                .bind(1, users.stream().map(UserRow::active).toArray(Boolean[]::new))
                .bind(2, users.stream().map(UserRow::score).toArray(Integer[]::new))
                .bind(3, users.stream().map(UserRow::token).toArray(UUID[]::new))
                .bind(4, users.stream().map(UserRow::createdAt).toArray(OffsetDateTime[]::new))
                .map(RawR2dbcPeer::user)
                .all()
                .collectList()
                .map(stored -> stored.stream().mapToLong(Checksums::ofNew).sum());
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
