package dev.kindred.it.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.StatementException;
import dev.kindred.error.TransactionException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import dev.kindred.spring.transaction.SpringTransactionBridge;
import io.r2dbc.pool.ConnectionPool;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A mapper in a transaction of Spring. The pool has one connection, unless a test needs two. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class MapperInSpringTransactionIntegrationTests extends SpringTransactionTests {

    @Test
    void bothUseOneConnectionAndCommitTogether() {
        List<Integer> pids = run(transactional(pidOfMapper()
                .concatWith(pidOfClient())
                .concatWith(mapper.insert(User.of("new by mapper")).then(pidOfMapper()))
                .concatWith(insertByClient("new by client").then(pidOfClient()))
                .collectList()));

        assertThat(pids).hasSize(4).containsOnly(pids.get(0));
        assertThat(users("new")).isEqualTo(2);
    }

    @Test
    void bothAreRolledBackTogether() {
        assertThatThrownBy(() -> run(transactional(mapper.insert(User.of("new by mapper"))
                        .then(insertByClient("new by client"))
                        .then(failed()))))
                .hasMessage("failed");
        assertThatThrownBy(() -> run(transactional(insertByClient("new by client")
                        .then(mapper.insert(User.of("new by mapper")))
                        .then(failed()))))
                .hasMessage("failed");

        assertThat(users("new")).isZero();
    }

    @Test
    void aRowOfOneIsVisibleToTheOtherAndCanBeReferenced() {
        run(transactional(mapper.insert(User.of("new"))
                .flatMap(user -> client.sql("insert into profiles (user_id, name) values (:user, 'by client')")
                        .bind("user", user.id())
                        .fetch()
                        .rowsUpdated()
                        .then(user.profile()))
                .doOnNext(profile -> assertThat(profile.name()).isEqualTo("by client"))));
        run(transactional(client.sql("insert into users (email) values ('new too') returning id")
                .map(row -> row.get("id", Long.class))
                .one()
                .flatMap(id -> mapper.insert(Profile.of(id, "by mapper")))));

        assertThat(database.postgres().queryLong("select count(*) from profiles where name like 'by %'"))
                .isEqualTo(2);
    }

    @Test
    void bothUpdateOneRow() {
        run(transactional(mapper.update(User.class)
                .set(User_.EMAIL.set("by mapper"))
                .where(User_.ID.eq(1L))
                .execute()
                .then(client.sql("update users set email = email || ' and client' where id = 1")
                        .fetch()
                        .rowsUpdated())));

        assertThat(users("by mapper and client")).isEqualTo(1);
    }

    @Test
    void transactionalOfTheMapperIsASavepoint() {
        run(transactional(mapper.insert(User.of("kept"))
                .then(mapper.transactional(mapper.insert(User.of("undone"))
                                .then(insertByClient("undone by client"))
                                .then(failed()))
                        .onErrorResume(IllegalStateException.class, error -> Mono.empty()))
                .then(insertByClient("kept too"))));

        assertThat(users("kept")).isEqualTo(2);
        assertThat(users("undone")).isZero();
        assertThat(recorder.texts()).contains("SAVEPOINT kindred_1", "ROLLBACK TO SAVEPOINT kindred_1");
    }

    @Test
    void aRolledBackSavepointOfSpringIsRolledBackForBoth() {
        run(transactional(mapper.insert(User.of("kept"))
                .then(transactional(
                                TransactionDefinition.PROPAGATION_NESTED,
                                mapper.insert(User.of("undone"))
                                        .then(insertByClient("undone too"))
                                        .then(failed()))
                        .onErrorResume(IllegalStateException.class, error -> Mono.empty()))
                .then(mapper.insert(User.of("kept too")))));

        assertThat(users("kept")).isEqualTo(2);
        assertThat(users("undone")).isZero();
    }

    @Test
    void whatWasReadIsVoidAfterARollbackToASavepointOfSpring() {
        AtomicReference<User> read = new AtomicReference<>();
        Mono<String> name = Mono.defer(() -> read.get().profile()).map(Profile::name);

        List<String> names = run(transactional(mapper.find(User.class, 1L)
                .doOnNext(read::set)
                .then(transactional(
                                TransactionDefinition.PROPAGATION_NESTED,
                                client.sql("update profiles set name = 'changed' where user_id = 1")
                                        .fetch()
                                        .rowsUpdated()
                                        .then(name)
                                        .flatMap(changed -> Mono.<String>error(new IllegalStateException(changed))))
                        .onErrorResume(IllegalStateException.class, error -> Mono.just(error.getMessage())))
                .concatWith(name)
                .collectList()));

        assertThat(names).containsExactly("changed", "name 1");
    }

    @Test
    void requiresNewOfSpringHasItsOwnConnection() {
        use(database.newPool(2));

        assertThatThrownBy(() -> run(transactional(mapper.insert(User.of("outer"))
                        .then(transactional(
                                TransactionDefinition.PROPAGATION_REQUIRES_NEW,
                                mapper.insert(User.of("inner")).then(insertByClient("inner by client"))))
                        .then(mapper.insert(User.of("outer after")))
                        .then(failed()))))
                .hasMessage("failed");

        assertThat(users("inner")).isEqualTo(2);
        assertThat(users("outer")).isZero();
    }

    @Test
    void requiresNewOfTheMapperHasItsOwnConnection() {
        assertThatThrownBy(() -> run(transactional(mapper.insert(User.of("outer"))
                        .then(mapper.requiresNew(
                                mapper.insert(User.of("inner")).then(insertByClient("inner by client"))))
                        .then(failed()))))
                .hasMessage("failed");

        assertThat(users("inner")).isEqualTo(2);
        assertThat(users("outer")).isZero();
    }

    @Test
    void notSupportedRunsOutside() {
        use(database.newPool(2));

        assertThatThrownBy(() -> run(transactional(mapper.insert(User.of("inside"))
                        .then(transactional(
                                TransactionDefinition.PROPAGATION_NOT_SUPPORTED, mapper.insert(User.of("outside"))))
                        .then(failed()))))
                .hasMessage("failed");

        assertThat(users("outside")).isEqualTo(1);
        assertThat(users("inside")).isZero();
    }

    @Test
    void readOnlyHoldsForTheMapper() {
        DefaultTransactionDefinition readOnly = new DefaultTransactionDefinition();
        readOnly.setReadOnly(true);

        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> run(TransactionalOperator.create(manager, readOnly)
                        .transactional(mapper.insert(User.of("new")).then())))
                .satisfies(refused -> assertThat(refused.sqlState()).isEqualTo("25006"));
        assertThat(users("new")).isZero();
    }

    @Test
    void siblingsLoadTogetherAndPreloadsUseTheTransaction() {
        List<String> names = run(transactional(client.sql("update profiles set name = 'changed'")
                .fetch()
                .rowsUpdated()
                .thenMany(mapper.from(User.class).all())
                .collectList()
                .flatMapMany(
                        users -> Flux.fromIterable(users).flatMap(User::profile).map(Profile::name))
                .concatWith(mapper.from(User.class)
                        .preload(User_.PROFILE)
                        .all()
                        .flatMap(User::profile)
                        .map(Profile::name))
                .collectList()));

        assertThat(names).hasSize(40).containsOnly("changed");
        assertThat(statements()).isEqualTo(4);
    }

    @Test
    void whatWasReadIsVoidAfterRollback() {
        AtomicReference<User> read = new AtomicReference<>();
        assertThatThrownBy(() -> run(transactional(client.sql("update profiles set name = 'changed'")
                        .fetch()
                        .rowsUpdated()
                        .then(mapper.find(User.class, 1L))
                        .doOnNext(read::set)
                        .flatMap(User::profile)
                        .doOnNext(profile -> assertThat(profile.name()).isEqualTo("changed"))
                        .then(failed()))))
                .hasMessage("failed");

        assertThat(Relations.stateOf(read.get().profile())).isInstanceOf(RelationState.NotLoaded.class);
        assertThat(run(read.get().profile()).name()).isEqualTo("name 1");
    }

    @Test
    void callbacksRunAfterTheEndWithOneConnection() {
        List<String> ran = new CopyOnWriteArrayList<>();
        Mono<Void> register = mapper.currentTransaction()
                .doOnNext(transaction -> {
                    transaction.afterCommit(mapper.from(User.class)
                            .where(User_.EMAIL.eq("new"))
                            .count()
                            .doOnNext(count -> ran.add("committed " + count)));
                    transaction.afterRollback(
                            mapper.from(User.class).count().doOnNext(count -> ran.add("rolled back " + count)));
                })
                .then();

        run(transactional(mapper.insert(User.of("new")).then(register)));
        assertThatThrownBy(() -> run(transactional(
                        mapper.insert(User.of("new")).then(register).then(failed()))))
                .hasMessage("failed");

        assertThat(ran).containsExactly("committed 1", "rolled back 21");
    }

    @Test
    void rollbackOnlyOfTheMapperRollsBackAndIsAnError() {
        assertThatThrownBy(() -> run(transactional(mapper.insert(User.of("new"))
                        .then(insertByClient("new by client"))
                        .then(mapper.currentTransaction())
                        .doOnNext(transaction -> transaction.setRollbackOnly()))))
                .isInstanceOf(isManagerOfKindred ? UnexpectedRollbackException.class : TransactionException.class);

        assertThat(users("new")).isZero();
    }

    @Test
    void statementsRunOneAfterAnother() {
        run(transactional(Flux.range(0, 600)
                .flatMap(i -> mapper.insert(Profile.of(1L, "many")), 600)
                .then()));

        assertThat(database.postgres().queryLong("select count(*) from profiles where name = 'many'"))
                .isEqualTo(600);
        assertThat(statements()).isEqualTo(600);
    }

    @Test
    void queriesInsideTheTransactionOfAnotherFactoryAreReportedOrFail() {
        ConnectionPool other = database.newPool(1);
        TransactionalOperator elsewhere = TransactionalOperator.create(new R2dbcTransactionManager(other));
        ConnectionPool own = database.newPool(1);
        ReactiveMapper strict = ReactiveMapper.builder(
                        own, SpringTransactionBridge.of(own).failingInOtherTransactions())
                .build();

        assertThatExceptionOfType(TransactionException.class)
                .isThrownBy(() -> run(elsewhere.transactional(strict.insert(User.of("new")))))
                .withMessageContaining("another ConnectionFactory");
        run(elsewhere.transactional(strict.transactional(strict.insert(User.of("new")))));

        assertThat(users("new")).isEqualTo(1);
    }
}
