package dev.kindred.benchmarks.peer;

import static dev.kindred.benchmarks.peer.JooqPeer.ACTIVE;
import static dev.kindred.benchmarks.peer.JooqPeer.CREATED_AT;
import static dev.kindred.benchmarks.peer.JooqPeer.EMAIL;
import static dev.kindred.benchmarks.peer.JooqPeer.ID;
import static dev.kindred.benchmarks.peer.JooqPeer.PROFILES;
import static dev.kindred.benchmarks.peer.JooqPeer.SCORE;
import static dev.kindred.benchmarks.peer.JooqPeer.TELEPHONE;
import static dev.kindred.benchmarks.peer.JooqPeer.TOKEN;
import static dev.kindred.benchmarks.peer.JooqPeer.USERS;
import static dev.kindred.benchmarks.peer.JooqPeer.USER_ID;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.NewRows;
import dev.kindred.benchmarks.entity.Setting;
import dev.kindred.benchmarks.entity.UserRow;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStep5;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** jOOQ's relation, wide-row and stream reads, and its updates of many settings with one {@code VALUES} list. */
record JooqQueries(DSLContext context) {

    private static final Table<Record> SETTINGS = table(name("settings"));
    private static final Field<Long> KEY = field(name("settings", "id"), SQLDataType.BIGINT);
    private static final Field<String> NAME = field(name("settings", "name"), SQLDataType.CLOB);
    private static final Field<String> CONTENT = field(name("settings", "content"), SQLDataType.CLOB);
    private static final Field<Integer> REVISION = field(name("settings", "revision"), SQLDataType.INTEGER);
    private static final Field<OffsetDateTime> CHANGED_AT =
            field(name("settings", "changed_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    Map<Task, Operation> operations() {
        return Map.of(
                Task.UPSERT, Operation.of(this::upsert),
                Task.UPDATE, Operation.of(this::update),
                Task.FILTER, Operation.of(this::filter),
                Task.COUNT, Operation.of(this::count),
                Task.PAGE, Operation.of(this::page),
                Task.WIDE, Operation.of(turn -> JooqWideRows.page(context, turn)),
                Task.STREAM, Operation.of(turn -> sum(all())),
                Task.STREAM_CANCELLED, Operation.of(turn -> sum(all().take(Turns.CANCELLED_AFTER))));
    }

    private Mono<Long> upsert(long turn) {
        InsertValuesStep5<Record, Long, String, String, Integer, OffsetDateTime> insert =
                context.insertInto(SETTINGS, KEY, NAME, CONTENT, REVISION, CHANGED_AT);
        for (Setting row : NewRows.halfKnown(turn)) {
            insert = insert.values(row.id(), row.name(), row.content(), row.revision(), row.changedAt());
        }
        return Flux.from(insert.onConflict(KEY)
                        .doUpdate()
                        .set(NAME, excluded(NAME))
                        .set(CONTENT, excluded(CONTENT))
                        .set(REVISION, excluded(REVISION))
                        .set(CHANGED_AT, excluded(CHANGED_AT))
                        .returning(KEY, NAME, CONTENT, REVISION, CHANGED_AT))
                .reduce(0L, (sum, row) -> sum + setting(row).checksum());
    }

    private Mono<Long> update(long turn) {
        RowN[] rows = NewRows.allKnown(turn).stream()
                .map(row -> DSL.row(List.of(row.id(), row.name(), row.content(), row.revision(), row.changedAt())))
                .toArray(RowN[]::new);
        Table<?> changed = DSL.values(rows).as("n", "id", "name", "content", "revision", "changed_at");
        return Flux.from(context.update(SETTINGS)
                        .set(NAME, field(name("n", "name"), SQLDataType.CLOB))
                        .set(CONTENT, field(name("n", "content"), SQLDataType.CLOB))
                        .set(REVISION, field(name("n", "revision"), SQLDataType.INTEGER))
                        .set(CHANGED_AT, field(name("n", "changed_at"), SQLDataType.TIMESTAMPWITHTIMEZONE))
                        .from(changed)
                        .where(KEY.eq(field(name("n", "id"), SQLDataType.BIGINT)))
                        .returning(KEY, NAME, CONTENT, REVISION, CHANGED_AT))
                .reduce(0L, (sum, row) -> sum + setting(row).checksum());
    }

    private static Setting setting(Record row) {
        return new Setting(row.get(KEY), row.get(NAME), row.get(CONTENT), row.get(REVISION), row.get(CHANGED_AT));
    }

    private Mono<Long> filter(long turn) {
        return sum(Flux.from(context.select(ID, EMAIL, ACTIVE, SCORE, TOKEN, CREATED_AT)
                        .from(USERS)
                        .where(hasProfile(TELEPHONE.eq(Turns.telephone(turn))))
                        .orderBy(ID))
                .map(JooqPeer::user));
    }

    private Mono<Long> count(long turn) {
        return Flux.from(context.selectCount().from(USERS).where(inRange(turn)))
                .single()
                .map(row -> row.value1().longValue());
    }

    private Mono<Long> page(long turn) {
        return sum(Flux.from(context.select(ID, EMAIL, ACTIVE, SCORE, TOKEN, CREATED_AT)
                                .from(USERS)
                                .where(inRange(turn))
                                .orderBy(ID)
                                .limit(Turns.SHORT_PAGE)
                                .offset(Turns.PAGE_OFFSET))
                        .map(JooqPeer::user))
                .flatMap(users -> count(turn).map(total -> Checksums.ofPage(users, total)));
    }

    private Flux<UserRow> all() {
        return Flux.from(context.select(ID, EMAIL, ACTIVE, SCORE, TOKEN, CREATED_AT)
                        .from(USERS)
                        .where(ID.gt(0L))
                        .orderBy(ID))
                .map(JooqPeer::user)
                .limitRate(Turns.DEMAND);
    }

    private static Condition inRange(long turn) {
        return hasProfile(TELEPHONE.ge(Turns.telephoneFrom(turn)).and(TELEPHONE.lt(Turns.telephoneTo(turn))));
    }

    private static Condition hasProfile(Condition condition) {
        return DSL.exists(DSL.selectOne().from(PROFILES).where(USER_ID.eq(ID)).and(condition));
    }

    private static Mono<Long> sum(Flux<UserRow> users) {
        return users.reduce(0L, (sum, user) -> sum + Checksums.of(user));
    }
}
