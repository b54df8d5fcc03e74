package dev.kindred.it.chaos;

import dev.kindred.it.chaos.Claim.Removal;
import dev.kindred.it.chaos.Claim.Rows;
import dev.kindred.it.chaos.Claim.Single;
import dev.kindred.it.chaos.Claim.Value;
import dev.kindred.it.chaos.Errors.Scope;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The rows and transactions of {@link KindredWorkload} by hand: SQL with {@code DatabaseClient}, transactions with
 * {@code TransactionalOperator}, and r2dbc-pool with time limits. Each operation has a time limit, because neither the
 * driver nor the transaction manager has one.
 */
final class R2dbcWorkload implements Workload {

    static final Duration LIMIT = Duration.ofSeconds(3);

    private static final int MANY = 20;

    private final ConnectionPool pool;
    private final DatabaseClient client;
    private final TransactionalOperator required;
    private final R2dbcTransactions transactions;

    private R2dbcWorkload(ConnectionPool pool) {
        this.pool = pool;
        this.client = DatabaseClient.create(pool);
        this.required = TransactionalOperator.create(new R2dbcTransactionManager(pool));
        this.transactions = new R2dbcTransactions(client, pool);
    }

    static R2dbcWorkload on(String url) {
        ConnectionFactory driver = ConnectionFactories.get(
                url + "?connectTimeout=PT1S&tcpKeepAlive=true&options=statement_timeout=1s;lock_timeout=700ms");
        return new R2dbcWorkload(new ConnectionPool(ConnectionPoolConfiguration.builder(driver)
                .maxSize(KindredWorkload.POOL)
                .initialSize(0)
                .maxCreateConnectionTime(Duration.ofSeconds(1))
                .maxAcquireTime(Duration.ofSeconds(2))
                .maxValidationTime(Duration.ofSeconds(1))
                .acquireRetry(0)
                .build()));
    }

    @Override
    public ConnectionPool pool() {
        return pool;
    }

    @Override
    public List<Kind> kinds() {
        return List.of(
                kind("insert", 60, this::insert),
                kind("insert and delete", 20, this::insertAndDelete),
                kind("update by key", 30, draw -> stamp(draw, "update owners set stamp = :op where id = :owner")),
                kind(
                        "upsert",
                        15,
                        draw -> stamp(
                                draw,
                                "insert into owners values (:owner, :op) on conflict (id) do update set stamp ="
                                        + " excluded.stamp")),
                kind("insert of many", 25, this::insertMany),
                kind("update of many", 15, this::updateMany),
                kind("order with lines", 40, this::order),
                kind("replace", 25, this::replace),
                kind("replace of many", 20, this::replaceAll),
                kind("find or create", 25, this::find),
                kind("sync", 35, this::sync),
                kind("attach", 10, draw -> pin(draw, true)),
                kind("detach", 10, draw -> pin(draw, false)),
                kind("toggle", 20, transactions::toggle),
                kind("transfer", 100, transactions::transfer),
                kind("savepoint", 45, transactions::savepoint),
                kind("requires new", 10, transactions::requiresNew),
                kind("read of orders", 400, this::orders),
                kind(
                        "read by key",
                        200,
                        draw -> client.sql("select * from accounts where id = :id")
                                .bind("id", draw.account())
                                .fetch()
                                .one()));
    }

    private static Kind kind(String name, int weight, Function<Draw, Mono<?>> work) {
        return Kind.of(name, weight, draw -> limited(work.apply(draw)));
    }

    /** Cancels the operation. Its outcome is then unknown. */
    private static <T> Mono<T> limited(Mono<T> work) {
        return work.timeout(LIMIT, Mono.empty());
    }

    static Mono<Long> note(DatabaseClient client, long op, int part) {
        return client.sql("insert into notes (op, part, text) values (:op, :part, 'text')")
                .bind("op", op)
                .bind("part", part)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> run(String sql, Draw draw, long owner) {
        var statement = client.sql(sql).bind("owner", owner);
        return (sql.contains(":op") ? statement.bind("op", draw.op()) : statement)
                .fetch()
                .rowsUpdated();
    }

    private Mono<?> insert(Draw draw) {
        return draw.rows("insert", Scope.DRIVER, 1, note(client, draw.op(), 0));
    }

    private Mono<?> insertAndDelete(Draw draw) {
        Mono<Long> delete = client.sql("delete from notes where op = :op")
                .bind("op", draw.op())
                .fetch()
                .rowsUpdated();
        return draw.rows("insert", Scope.DRIVER, 1, note(client, draw.op(), 0))
                .then(draw.ledger()
                        .recorded(draw.second(), "delete", Scope.DRIVER, List.of(new Removal(draw.op())), delete));
    }

    private Mono<?> stamp(Draw draw, String sql) {
        long owner = draw.owner();
        return draw.recorded("stamp", Scope.DRIVER, new Value("stamp " + owner, 1, draw.op()), run(sql, draw, owner));
    }

    private Mono<?> insertMany(Draw draw) {
        Mono<Long> insert = client.sql(
                        "insert into notes (op, part, text) select :op, g, 'text' from generate_series(0, :last) g")
                .bind("op", draw.op())
                .bind("last", MANY - 1)
                .fetch()
                .rowsUpdated();
        return draw.rows("insert of many", Scope.DRIVER, MANY, insert);
    }

    private Mono<?> updateMany(Draw draw) {
        long group = draw.random().nextInt(ChaosSchema.CARD_GROUPS);
        return draw.recorded(
                "update of many",
                Scope.DRIVER,
                new Value("cards " + group, Card.GROUP, draw.op()),
                run("update cards set stamp = :op where id / 5 = :owner", draw, group));
    }

    private Mono<?> order(Draw draw) {
        Mono<?> work = client.sql("insert into orders (op, part) values (:op, 0) returning id")
                .bind("op", draw.op())
                .map(row -> row.get(0, Long.class))
                .one()
                .flatMap(id -> run(
                        "insert into lines (op, part, order_id) select :op, g, :owner from generate_series(1, 3) g",
                        draw,
                        id));
        return draw.rows("order with lines", Scope.DRIVER, 1 + Order.LINES, work.as(required::transactional));
    }

    private Mono<?> replace(Draw draw) {
        long owner = draw.owner();
        Mono<?> work = lock(owner)
                .then(run("delete from badges where owner_id = :owner", draw, owner))
                .then(run("insert into badges (owner_id, op) values (:owner, :op)", draw, owner));
        return draw.recorded(
                "replace", Scope.DRIVER, new Value("badge " + owner, 1, draw.op()), work.as(required::transactional));
    }

    private Mono<?> replaceAll(Draw draw) {
        long owner = draw.owner();
        Mono<?> work = lock(owner)
                .then(run("delete from slots where owner_id = :owner", draw, owner))
                .then(run(
                        "insert into slots (owner_id, op) select :owner, :op from generate_series(1, 3)", draw, owner));
        return draw.recorded(
                "replace of many",
                Scope.DRIVER,
                new Value("slots " + owner, Slot.COUNT, draw.op()),
                work.as(required::transactional));
    }

    private Mono<Object> lock(long owner) {
        return client.sql("select id from owners where id = :owner for update")
                .bind("owner", owner)
                .map(row -> row.get(0))
                .one();
    }

    private Mono<?> find(Draw draw) {
        long owner = draw.owner() % 4;
        String name = "name " + draw.op() / 512;
        Mono<?> work = lock(owner)
                .then(client.sql("insert into founds (owner_id, name) select :owner, :name where not exists"
                                + " (select 1 from founds where owner_id = :owner and name = :name)")
                        .bind("owner", owner)
                        .bind("name", name)
                        .fetch()
                        .rowsUpdated());
        return draw.recorded(
                "find or create", Scope.DRIVER, new Single(owner + " " + name), work.as(required::transactional));
    }

    private Mono<?> sync(Draw draw) {
        long owner = draw.owner();
        Long[] tags = draw.fourTags().toArray(Long[]::new);
        Mono<?> work = lock(owner)
                .then(run("delete from labels where owner_id = :owner", draw, owner))
                .then(client.sql("insert into labels select :owner, unnest(:tags), :op")
                        .bind("owner", owner)
                        .bind("tags", tags)
                        .bind("op", draw.op())
                        .fetch()
                        .rowsUpdated())
                .then(note(client, draw.op(), 0));
        return draw.ledger()
                .recorded(
                        draw.op(),
                        "sync",
                        Scope.DRIVER,
                        List.of(new Rows(1), new Value("labels " + owner, 4, draw.op())),
                        work.as(required::transactional));
    }

    private Mono<?> pin(Draw draw, boolean isAttached) {
        long owner = draw.owner();
        long tag = draw.tag();
        String sql = isAttached
                ? "insert into owner_pin values (:owner, :tag) on conflict do nothing"
                : "delete from owner_pin where owner_id = :owner and tag_id = :tag";
        return draw.recorded(
                isAttached ? "attach" : "detach",
                Scope.DRIVER,
                new Value("pin " + owner + " " + tag, 1, isAttached ? 1L : null),
                client.sql(sql).bind("owner", owner).bind("tag", tag).fetch().rowsUpdated());
    }

    private Mono<?> orders(Draw draw) {
        return client.sql("select o.id, count(l.id) from (select id from orders order by id desc limit 10) o"
                        + " left join lines l on l.order_id = o.id group by o.id")
                .map(row -> row.get(1, Long.class))
                .all()
                .doOnNext(lines -> {
                    if (lines != Order.LINES) {
                        draw.ledger().tornRead();
                    }
                })
                .then();
    }
}
