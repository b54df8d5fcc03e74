package dev.kindred.benchmarks.peer;

import static dev.kindred.benchmarks.peer.PooledConnections.rows;

import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.NewRows;
import dev.kindred.benchmarks.entity.ProfileRow;
import dev.kindred.benchmarks.entity.Setting;
import dev.kindred.benchmarks.entity.UserRow;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The writes of the hand-written driver code: many rows with {@code unnest}, in one statement. */
record RawR2dbcWrites(PooledConnections connections) {

    Map<Task, Operation> operations() {
        return Map.of(
                Task.CREATE_BOTH, Operation.of(this::create),
                Task.INSERT, Operation.of(this::insert),
                Task.INSERT_THOUSAND, Operation.of(turn -> insertMany(turn, Turns.PAGE)),
                Task.INSERT_TEN_THOUSAND, Operation.of(turn -> insertMany(turn, Turns.MANY)),
                Task.UPSERT, Operation.of(turn -> settings(Sql.UPSERT, NewRows.halfKnown(turn))),
                Task.UPDATE, Operation.of(turn -> settings(Sql.UPDATE, NewRows.allKnown(turn))));
    }

    Mono<Long> createInOne(long turn) {
        return connections
                .one(connection -> rows(
                                bindProfile(
                                        bindUser(connection.createStatement(Sql.INSERT_BOTH), NewRows.user(turn)),
                                        5,
                                        NewRows.profile(turn)),
                                row -> Readers.profile(row, 0))
                        .single())
                .map(Checksums::ofNew);
    }

    Mono<Long> insertByAdd(long turn) {
        return connections
                .inTransaction(connection -> {
                    Statement statement = connection.createStatement(Sql.INSERT_USER);
                    List<UserRow> users = NewRows.users(turn, Turns.PAGE);
                    for (int i = 0; i < users.size(); i++) {
                        bindUser(i == 0 ? statement : statement.add(), users.get(i));
                    }
                    return rows(statement, Readers::user).collectList();
                })
                .map(RawR2dbcWrites::sumOfNew);
    }

    private Mono<Long> create(long turn) {
        return connections
                .inTransaction(connection -> rows(
                                bindUser(connection.createStatement(Sql.INSERT_USER), NewRows.user(turn)),
                                Readers::user)
                        .single()
                        .flatMap(user -> rows(
                                        bindProfile(
                                                connection
                                                        .createStatement(Sql.INSERT_PROFILE)
                                                        .bind(0, user.id()),
                                                1,
                                                NewRows.profile(turn)),
                                        row -> Readers.profile(row, 0))
                                .single()))
                .map(Checksums::ofNew);
    }

    private Mono<Long> insert(long turn) {
        return connections
                .one(connection -> rows(
                                bindUser(connection.createStatement(Sql.INSERT_USER), NewRows.user(turn)),
                                Readers::user)
                        .single())
                .map(Checksums::ofNew);
    }

    private Mono<Long> insertMany(long turn, int count) {
        Object[] columns = Columns.of(NewRows.users(turn, count));
        return connections
                .one(connection -> rows(bindAll(connection.createStatement(Sql.INSERT_MANY), columns), Readers::user)
                        .collectList())
                .map(RawR2dbcWrites::sumOfNew);
    }

    private Mono<Long> settings(String sql, List<Setting> settings) {
        Object[] columns = Columns.ofSettings(settings);
        return connections
                .one(connection -> rows(bindAll(connection.createStatement(sql), columns), Readers::setting)
                        .collectList())
                .map(stored -> stored.stream().mapToLong(Setting::checksum).sum());
    }

    private static Statement bindAll(Statement statement, Object[] columns) {
        for (int i = 0; i < columns.length; i++) {
            statement.bind(i, columns[i]);
        }
        return statement;
    }

    private static Statement bindUser(Statement statement, UserRow user) {
        return statement
                .bind(0, user.email())
                .bind(1, user.active())
                .bind(2, user.score())
                .bind(3, user.token())
                .bind(4, user.createdAt());
    }

    private static Statement bindProfile(Statement statement, int from, ProfileRow profile) {
        @Nullable String telephone = profile.telephone();
        return statement
                .bind(from, profile.name())
                .bind(
                        from + 1,
                        telephone == null
                                ? Parameters.in(R2dbcType.VARCHAR)
                                : Parameters.in(R2dbcType.VARCHAR, telephone))
                .bind(from + 2, profile.locale());
    }

    private static long sumOfNew(List<UserRow> users) {
        return users.stream().mapToLong(Checksums::ofNew).sum();
    }
}
