package dev.kindred.benchmarks.peer;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

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
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStep5;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * jOOQ on R2DBC, with typed fields, hand-written record mapping and a join for the relation. Always in text format: it
 * reads a {@code timestamptz} as text, which fails in binary format.
 */
public final class JooqPeer {

    static final Table<Record> USERS = table(name("users"));
    static final Field<Long> ID = field(name("users", "id"), SQLDataType.BIGINT);
    static final Field<String> EMAIL = field(name("users", "email"), SQLDataType.CLOB);
    static final Field<Boolean> ACTIVE = field(name("users", "active"), SQLDataType.BOOLEAN);
    static final Field<Integer> SCORE = field(name("users", "score"), SQLDataType.INTEGER);
    static final Field<UUID> TOKEN = field(name("users", "token"), SQLDataType.UUID);
    static final Field<OffsetDateTime> CREATED_AT =
            field(name("users", "created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Table<Record> PROFILES = table(name("profiles"));
    private static final Field<Long> PROFILE_ID = field(name("profiles", "id"), SQLDataType.BIGINT);
    static final Field<Long> USER_ID = field(name("profiles", "user_id"), SQLDataType.BIGINT);
    private static final Field<String> NAME = field(name("profiles", "name"), SQLDataType.CLOB);
    static final Field<String> TELEPHONE = field(name("profiles", "telephone"), SQLDataType.CLOB);
    private static final Field<String> LOCALE = field(name("profiles", "locale"), SQLDataType.CLOB);

    private final DSLContext context;

    private JooqPeer(DSLContext context) {
        this.context = context;
    }

    /** Opens the peer. */
    public static List<Peer> open(Login login, int poolSize) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        ConnectionPool pool = R2dbcPools.open(login, poolSize, false);
        JooqPeer peer = new JooqPeer(DSL.using(pool, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false)));
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        operations.putAll(peer.operations());
        operations.putAll(new JooqQueries(peer.context).operations());
        Peer main = R2dbcPools.peer("jooq-r2dbc", false, operations, pool);
        return List.of(main, main.variant("-multiset", Map.of(Task.LIST_WITH_CHILD, Operation.of(peer::multiset))));
    }

    private Map<Task, Operation> operations() {
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        operations.put(Task.FIND, Operation.of(this::find));
        operations.put(Task.LIST, Operation.of(this::list));
        operations.put(Task.CREATE_BOTH, Operation.of(this::create));
        operations.put(
                Task.INSERT,
                Operation.of(turn -> insert(context, NewRows.user(turn)).map(Checksums::ofNew)));
        operations.put(Task.INSERT_THOUSAND, Operation.of(turn -> insertMany(turn, Turns.PAGE)));
        operations.put(Task.INSERT_TEN_THOUSAND, Operation.of(turn -> insertMany(turn, Turns.MANY)));
        operations.putAll(Parents.operations(rows -> Operation.of(turn -> join(turn, rows))));
        return operations;
    }

    private Mono<Long> find(long turn) {
        return Flux.from(context.select(ID, EMAIL, ACTIVE, SCORE, TOKEN, CREATED_AT)
                        .from(USERS)
                        .where(ID.eq(Turns.key(turn))))
                .singleOrEmpty()
                .map(row -> Checksums.of(user(row)));
    }

    private Mono<Long> list(long turn) {
        return Flux.from(context.select(ID, EMAIL, ACTIVE, SCORE, TOKEN, CREATED_AT)
                        .from(USERS)
                        .where(ID.gt(Turns.pageStart(turn, Turns.PAGE)))
                        .orderBy(ID)
                        .limit(Turns.PAGE))
                .map(JooqPeer::user)
                .reduce(0L, (sum, user) -> sum + Checksums.of(user));
    }

    private Mono<Long> join(long turn, int rows) {
        return Flux.from(context.select(
                                ID,
                                EMAIL,
                                ACTIVE,
                                SCORE,
                                TOKEN,
                                CREATED_AT,
                                PROFILE_ID,
                                USER_ID,
                                NAME,
                                TELEPHONE,
                                LOCALE)
                        .from(USERS)
                        .leftJoin(PROFILES)
                        .on(USER_ID.eq(ID).and(USER_ID.gt(Turns.pageStart(turn, rows))))
                        .where(ID.gt(Turns.pageStart(turn, rows)))
                        .orderBy(ID)
                        .limit(rows))
                .map(row -> new UserWithProfile(user(row), profile(row)))
                .reduce(0L, (sum, both) -> sum + Checksums.of(both));
    }

    /** jOOQ's nested collections: the profile is JSON in the row of its user. */
    private Mono<Long> multiset(long turn) {
        Field<List<ProfileRow>> profiles = DSL.multiset(DSL.select(PROFILE_ID, USER_ID, NAME, TELEPHONE, LOCALE)
                        .from(PROFILES)
                        .where(USER_ID.eq(ID)))
                .convertFrom(result -> result.map(JooqPeer::profile));
        return Flux.from(context.select(ID, EMAIL, ACTIVE, SCORE, TOKEN, CREATED_AT, profiles)
                        .from(USERS)
                        .where(ID.gt(Turns.pageStart(turn, Turns.PAGE)))
                        .orderBy(ID)
                        .limit(Turns.PAGE))
                .map(row -> new UserWithProfile(user(row), row.get(profiles).get(0)))
                .reduce(0L, (sum, both) -> sum + Checksums.of(both));
    }

    /** Waits for the end of the transaction, because the value is emitted before it. */
    private Mono<Long> create(long turn) {
        return Flux.from(context.transactionPublisher(configuration -> {
                    DSLContext inside = configuration.dsl();
                    return insert(inside, NewRows.user(turn))
                            .flatMap(user -> insert(inside, user, NewRows.profile(turn)));
                }))
                .single()
                .map(Checksums::ofNew);
    }

    private static Mono<UserRow> insert(DSLContext context, UserRow user) {
        return Flux.from(context.insertInto(USERS, EMAIL, ACTIVE, SCORE, TOKEN, CREATED_AT)
                        .values(user.email(), user.active(), user.score(), user.token(), user.createdAt())
                        .returning(ID, EMAIL, ACTIVE, SCORE, TOKEN, CREATED_AT))
                .single()
                .map(JooqPeer::user);
    }

    private static Mono<ProfileRow> insert(DSLContext context, UserRow user, ProfileRow profile) {
        return Flux.from(context.insertInto(PROFILES, USER_ID, NAME, TELEPHONE, LOCALE)
                        .values(user.id(), profile.name(), profile.telephone(), profile.locale())
                        .returning(PROFILE_ID, USER_ID, NAME, TELEPHONE, LOCALE))
                .single()
                .map(JooqPeer::profile);
    }

    private Mono<Long> insertMany(long turn, int count) {
        InsertValuesStep5<Record, String, Boolean, Integer, UUID, OffsetDateTime> insert =
                context.insertInto(USERS, EMAIL, ACTIVE, SCORE, TOKEN, CREATED_AT);
        for (UserRow user : NewRows.users(turn, count)) {
            insert = insert.values(user.email(), user.active(), user.score(), user.token(), user.createdAt());
        }
        return Flux.from(insert.returning(ID, EMAIL, ACTIVE, SCORE, TOKEN, CREATED_AT))
                .map(JooqPeer::user)
                .reduce(0L, (sum, user) -> sum + Checksums.ofNew(user));
    }

    static UserRow user(Record row) {
        return new UserRow(
                row.get(ID), row.get(EMAIL), row.get(ACTIVE), row.get(SCORE), row.get(TOKEN), row.get(CREATED_AT));
    }

    private static ProfileRow profile(Record row) {
        return new ProfileRow(
                row.get(PROFILE_ID), row.get(USER_ID), row.get(NAME), row.get(TELEPHONE), row.get(LOCALE));
    }
}
