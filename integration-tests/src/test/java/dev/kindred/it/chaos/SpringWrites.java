package dev.kindred.it.chaos;

import dev.kindred.it.chaos.Errors.Scope;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.spring.transaction.KindredTransactionManager;
import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;

/** Writes of a mapper and of a {@code DatabaseClient} in transactions of Spring. Safe for use by many threads. */
final class SpringWrites {

    private final ReactiveMapper mapper;
    private final DatabaseClient client;
    private final Operators kindred;
    private final Operators spring;

    SpringWrites(ReactiveMapper mapper, ConnectionFactory factory) {
        this.mapper = mapper;
        this.client = DatabaseClient.create(factory);
        this.kindred = Operators.of(KindredTransactionManager.of(mapper, factory));
        this.spring = Operators.of(new R2dbcTransactionManager(factory));
    }

    List<Kind> kinds() {
        return List.of(
                Kind.of("transfer, KindredTransactionManager", 20, draw -> transfer(draw, kindred, Scope.TRANSACTION)),
                Kind.of("nested, KindredTransactionManager", 10, draw -> nested(draw, kindred, Scope.TRANSACTION)),
                Kind.of("transfer, R2dbcTransactionManager", 10, draw -> transfer(draw, spring, Scope.DRIVER)),
                Kind.of("nested, R2dbcTransactionManager", 10, draw -> nested(draw, spring, Scope.DRIVER)));
    }

    private Mono<?> transfer(Draw draw, Operators operators, Scope scope) {
        long from = draw.account();
        long to = draw.accountAfter(from);
        Mono<?> work = add(from, -1)
                .then(mapper.insert(Entry.of(draw.op(), 0, from, -1)))
                .then(TransactionWrites.add(mapper, to, 1))
                .then(mapper.insert(Entry.of(draw.op(), 1, to, 1)));
        return draw.rows("transfer of Spring", scope, 2, work.as(operators.required::transactional));
    }

    private Mono<Long> add(long account, long delta) {
        return client.sql("update accounts set balance = balance + :delta, version = version + 1 where id = :id")
                .bind("delta", delta)
                .bind("id", account)
                .fetch()
                .rowsUpdated();
    }

    /** The outer transaction goes on after the rollback of the nested one. */
    private Mono<?> nested(Draw draw, Operators operators, Scope scope) {
        Mono<?> failing = mapper.insert(Note.of(draw.op(), 98))
                .then(Mono.error(new TransactionWrites.Rejected()))
                .as(operators.nested::transactional)
                .onErrorResume(TransactionWrites.Rejected.class, rejected -> Mono.empty());
        Mono<?> work = mapper.insert(Note.of(draw.op(), 0))
                .then(failing)
                .then(mapper.insert(Note.of(draw.op(), 1)).as(operators.nested::transactional));
        return draw.rows("nested of Spring", scope, 2, work.as(operators.required::transactional));
    }

    /** The operators of one transaction manager. */
    private record Operators(TransactionalOperator required, TransactionalOperator nested) {

        static Operators of(ReactiveTransactionManager manager) {
            return new Operators(
                    TransactionalOperator.create(manager),
                    TransactionalOperator.create(
                            manager, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED)));
        }
    }
}
