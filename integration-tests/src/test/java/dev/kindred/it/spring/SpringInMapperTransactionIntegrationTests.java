package dev.kindred.it.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.TransactionException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.User;
import dev.kindred.reactor.transaction.Isolation;
import dev.kindred.reactor.transaction.TransactionOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Spring in a transaction of the mapper. The pool has one connection, unless a test needs two. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class SpringInMapperTransactionIntegrationTests extends SpringTransactionTests {

    @Test
    void bothUseOneConnectionAndCommitTogether() {
        List<Integer> pids = run(mapper.transactional(pidOfMapper()
                .concatWith(pidOfClient())
                .concatWith(mapper.insert(User.of("new by mapper")).then(pidOfClient()))
                .concatWith(insertByClient("new by client").then(pidOfMapper()))
                .collectList()));

        assertThat(pids).hasSize(4).containsOnly(pids.get(0));
        assertThat(users("new")).isEqualTo(2);
    }

    @Test
    void bothAreRolledBackTogether() {
        assertThatThrownBy(() -> run(mapper.transactional(mapper.insert(User.of("new by mapper"))
                        .then(insertByClient("new by client"))
                        .then(failed()))))
                .hasMessage("failed");
        assertThatThrownBy(() -> run(mapper.transactional(insertByClient("new by client")
                        .then(mapper.insert(User.of("new by mapper")))
                        .then(failed()))))
                .hasMessage("failed");

        assertThat(users("new")).isZero();
    }

    @Test
    void aTransactionOfSpringInsideJoins() {
        assertThatThrownBy(() -> run(mapper.transactional(transactional(
                                TransactionDefinition.PROPAGATION_REQUIRED,
                                insertByClient("new by client").then(mapper.insert(User.of("new by mapper"))))
                        .then(failed()))))
                .hasMessage("failed");
        run(mapper.transactional(transactional(
                TransactionDefinition.PROPAGATION_MANDATORY,
                insertByClient("kept by client").then(mapper.insert(User.of("kept by mapper"))))));

        assertThat(users("new")).isZero();
        assertThat(users("kept")).isEqualTo(2);
    }

    @Test
    void aFailureOfSpringInsideRollsBackTheWholeTransaction() {
        assertThatExceptionOfType(TransactionException.class)
                .isThrownBy(() -> run(mapper.transactional(mapper.insert(User.of("new by mapper"))
                        .then(transactional(
                                        TransactionDefinition.PROPAGATION_REQUIRED,
                                        insertByClient("new by client").then(failed()))
                                .onErrorResume(IllegalStateException.class, error -> Mono.empty())))))
                .withMessageContaining("@Transactional");

        assertThat(users("new")).isZero();
    }

    @Test
    void aSavepointOfSpringInsideIsUndoneAloneAndWhatWasReadInItIsReadAgain() {
        AtomicReference<User> read = new AtomicReference<>();
        Mono<String> name = Mono.defer(() -> read.get().profile()).map(Profile::name);

        List<String> names = run(mapper.transactional(mapper.insert(User.of("kept"))
                .then(mapper.find(User.class, 1L).doOnNext(read::set))
                .then(transactional(
                                TransactionDefinition.PROPAGATION_NESTED,
                                insertByClient("undone")
                                        .then(client.sql("update profiles set name = 'changed' where user_id = 1")
                                                .fetch()
                                                .rowsUpdated())
                                        .then(name)
                                        .flatMap(changed -> Mono.<String>error(new IllegalStateException(changed))))
                        .onErrorResume(IllegalStateException.class, error -> Mono.just(error.getMessage())))
                .concatWith(name)
                .collectList()));

        assertThat(names).containsExactly("changed", "name 1");
        assertThat(users("kept")).isEqualTo(1);
        assertThat(users("undone")).isZero();
    }

    @Test
    void aFailureInsideASavepointOfSpringIsUndoneWithIt() {
        run(mapper.transactional(mapper.insert(User.of("kept"))
                .then(transactional(
                                TransactionDefinition.PROPAGATION_NESTED,
                                transactional(
                                        TransactionDefinition.PROPAGATION_REQUIRED,
                                        insertByClient("undone").then(failed())))
                        .onErrorResume(IllegalStateException.class, error -> Mono.empty()))));

        assertThat(users("kept")).isEqualTo(1);
        assertThat(users("undone")).isZero();
    }

    @Test
    void requiresNewOfSpringInsideHasItsOwnConnection() {
        use(database.newPool(2));

        assertThatThrownBy(() -> run(mapper.transactional(mapper.insert(User.of("outer"))
                        .then(transactional(
                                TransactionDefinition.PROPAGATION_REQUIRES_NEW,
                                insertByClient("inner").then(mapper.insert(User.of("inner by mapper")))))
                        .then(insertByClient("outer by client"))
                        .then(failed()))))
                .hasMessage("failed");

        assertThat(users("inner")).isEqualTo(2);
        assertThat(users("outer")).isZero();
    }

    @Test
    void requiresNewOfTheMapperIsSharedToo() {
        assertThatThrownBy(() -> run(mapper.transactional(insertByClient("outer")
                        .then(mapper.requiresNew(insertByClient("inner")))
                        .then(insertByClient("outer too"))
                        .then(failed()))))
                .hasMessage("failed");

        assertThat(users("inner")).isEqualTo(1);
        assertThat(users("outer")).isZero();
    }

    @Test
    void optionsAreVisibleToSpring() {
        Mono<String> seen = TransactionSynchronizationManager.forCurrentTransaction()
                .map(current ->
                        current.isCurrentTransactionReadOnly() + " " + current.getCurrentTransactionIsolationLevel());

        assertThat(run(mapper.transactional(
                        seen, TransactionOptions.defaults().readOnly().isolation(Isolation.SERIALIZABLE))))
                .isEqualTo("true " + TransactionDefinition.ISOLATION_SERIALIZABLE);
    }

    @Test
    void synchronizationsOfSpringRun() {
        List<String> ran = new CopyOnWriteArrayList<>();
        Mono<Void> register = TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(current -> current.registerSynchronization(recording(ran)))
                .then();

        run(mapper.transactional(insertByClient("new").then(register)));
        assertThatThrownBy(() -> run(mapper.transactional(register.then(failed()))))
                .hasMessage("failed");

        assertThat(ran)
                .containsExactly(
                        "before commit",
                        "before completion",
                        "after commit, 1 row",
                        "after completion 0",
                        "before completion",
                        "after completion 1");
    }

    private TransactionSynchronization recording(List<String> ran) {
        return new TransactionSynchronization() {
            @Override
            public Mono<Void> beforeCommit(boolean readOnly) {
                return Mono.fromRunnable(() -> ran.add("before commit"));
            }

            @Override
            public Mono<Void> beforeCompletion() {
                return Mono.fromRunnable(() -> ran.add("before completion"));
            }

            @Override
            public Mono<Void> afterCommit() {
                return client.sql("select count(*) as n from users where email = 'new'")
                        .map(row -> row.get("n", Long.class))
                        .one()
                        .doOnNext(count -> ran.add("after commit, " + count + " row"))
                        .then();
            }

            @Override
            public Mono<Void> afterCompletion(int status) {
                return Mono.fromRunnable(() -> ran.add("after completion " + status));
            }
        };
    }

    @Test
    void nothingIsSentWithTheContextAfterTheEnd() {
        AtomicReference<Context> kept = new AtomicReference<>();
        run(mapper.transactional(
                Mono.deferContextual(context -> Mono.fromRunnable(() -> kept.set(Context.of(context))))));

        assertThatThrownBy(() -> run(insertByClient("late").contextWrite(kept.get())))
                .isInstanceOf(TransactionException.class);
        assertThatExceptionOfType(TransactionException.class)
                .isThrownBy(() -> run(mapper.insert(User.of("late")).contextWrite(kept.get())));
        assertThat(users("late")).isZero();
    }

    @Test
    void theTransactionCannotBeEndedOnItsConnection() {
        assertThatThrownBy(() -> run(mapper.transactional(insertByClient("new")
                        .then(client.inConnection(connection -> Mono.from(connection.commitTransaction()))))))
                .isInstanceOf(TransactionException.class);
        assertThat(users("new")).isZero();
    }
}
