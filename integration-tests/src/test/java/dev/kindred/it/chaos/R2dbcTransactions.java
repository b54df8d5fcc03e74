package dev.kindred.it.chaos;

import dev.kindred.it.chaos.Claim.Flip;
import dev.kindred.it.chaos.Claim.Rows;
import dev.kindred.it.chaos.Errors.Scope;
import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;

/** Transactions by hand, with {@code TransactionalOperator}. Safe for use by many threads. */
final class R2dbcTransactions {

    private final DatabaseClient client;
    private final TransactionalOperator required;
    private final TransactionalOperator nested;
    private final TransactionalOperator separate;

    R2dbcTransactions(DatabaseClient client, ConnectionFactory factory) {
        R2dbcTransactionManager manager = new R2dbcTransactionManager(factory);
        this.client = client;
        this.required = TransactionalOperator.create(manager);
        this.nested = TransactionalOperator.create(
                manager, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
        this.separate = TransactionalOperator.create(
                manager, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    Mono<?> transfer(Draw draw) {
        long from = draw.account();
        long to = draw.accountAfter(from);
        long delta = 1L + draw.random().nextInt(100);
        Mono<?> work = add(from, -delta)
                .then(entry(draw, 0, from, -delta))
                .then(add(to, delta))
                .then(entry(draw, 1, to, delta));
        return draw.rows("transfer", Scope.DRIVER, 2, work.as(required::transactional));
    }

    private Mono<Long> add(long account, long delta) {
        return client.sql("update accounts set balance = balance + :delta where id = :id")
                .bind("delta", delta)
                .bind("id", account)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> entry(Draw draw, int part, long account, long delta) {
        return client.sql("insert into entries (op, part, account_id, delta) values (:op, :part, :account, :delta)")
                .bind("op", draw.op())
                .bind("part", part)
                .bind("account", account)
                .bind("delta", delta)
                .fetch()
                .rowsUpdated();
    }

    Mono<?> savepoint(Draw draw) {
        Mono<?> failing = R2dbcWorkload.note(client, draw.op(), 98)
                .then(Mono.error(new TransactionWrites.Rejected()))
                .as(nested::transactional)
                .onErrorResume(TransactionWrites.Rejected.class, rejected -> Mono.empty());
        Mono<?> work = R2dbcWorkload.note(client, draw.op(), 0)
                .then(failing)
                .then(R2dbcWorkload.note(client, draw.op(), 1).as(nested::transactional))
                .then(R2dbcWorkload.note(client, draw.op(), 2));
        return draw.rows("savepoint", Scope.DRIVER, 3, work.as(required::transactional));
    }

    Mono<?> requiresNew(Draw draw) {
        Mono<?> own = draw.ledger()
                .recorded(
                        draw.second(),
                        "requires new",
                        Scope.DRIVER,
                        List.of(new Rows(2)),
                        R2dbcWorkload.note(client, draw.second(), 0)
                                .then(R2dbcWorkload.note(client, draw.second(), 1))
                                .as(separate::transactional));
        Mono<?> work =
                R2dbcWorkload.note(client, draw.op(), 0).then(own).then(R2dbcWorkload.note(client, draw.op(), 1));
        return draw.rows("around requires new", Scope.DRIVER, 2, work.as(required::transactional));
    }

    Mono<?> toggle(Draw draw) {
        long owner = draw.owner();
        long tag = draw.tag();
        Mono<?> work = client.sql("select id from owners where id = :owner for update")
                .bind("owner", owner)
                .map(row -> row.get(0))
                .one()
                .then(client.sql("with gone as (delete from owner_switch where owner_id = :owner and tag_id = :tag"
                                + " returning 1) insert into owner_switch select :owner, :tag"
                                + " where not exists (select 1 from gone)")
                        .bind("owner", owner)
                        .bind("tag", tag)
                        .fetch()
                        .rowsUpdated())
                .then(R2dbcWorkload.note(client, draw.op(), 0));
        return draw.ledger()
                .recorded(
                        draw.op(),
                        "toggle",
                        Scope.DRIVER,
                        List.of(new Rows(1), new Flip("switch " + owner + " " + tag)),
                        work.as(required::transactional));
    }
}
