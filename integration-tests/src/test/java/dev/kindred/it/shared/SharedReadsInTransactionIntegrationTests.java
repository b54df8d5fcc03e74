package dev.kindred.it.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.error.DataException;
import dev.kindred.error.EntityNotFoundException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SharedReads;
import dev.kindred.reactor.spi.StatementExecution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads that wait for the connection of one transaction share a statement. */
class SharedReadsInTransactionIntegrationTests {

    private static final String ALONE = "SELECT \"id\", \"email\" FROM \"users\" WHERE \"id\" = $1";
    private static final String SHARED = "SELECT \"id\", \"email\" FROM \"users\" WHERE \"id\" = ANY($1)";

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, "create view quotients as select id, 100 / (id - 7) as quotient from users")
            .resetBefore(Schema.EMPTY, Schema.users(20));

    private final StatementRecorder recorder = new StatementRecorder();
    private final ReactiveMapper mapper = ReactiveMapper.builder(database.newPool(1))
            .sharedReads(SharedReads.WHEN_BUSY)
            .listener(recorder)
            .build();

    /** The quotient of the row 7 is a division by zero. */
    @Table("quotients")
    record Quotient(@Id long id, long quotient) {}

    private List<StatementExecution> selects() {
        return recorder.executions().stream()
                .filter(execution -> execution.sql().startsWith("SELECT"))
                .toList();
    }

    @Test
    void readsThatWaitShareOneStatement() {
        List<User> users = Flux.range(1, 12)
                .flatMapSequential(id -> mapper.find(User.class, id), 20)
                .collectList()
                .as(mapper::transactional)
                .block();

        assertThat(users).extracting(User::id).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
        assertThat(selects()).extracting(StatementExecution::sql).containsExactly(ALONE, SHARED);
        assertThat(Writes.callers(selects())).containsExactly(1, 11);
    }

    @Test
    void oneReadAfterTheOtherSendsTheUsualStatement() {
        Flux.range(1, 3)
                .concatMap(id -> mapper.find(User.class, id))
                .then()
                .as(mapper::transactional)
                .block();

        assertThat(selects())
                .extracting(StatementExecution::sql)
                .containsOnly(ALONE)
                .hasSize(3);
    }

    /** The update is subscribed between the reads, so it runs between them. */
    @Test
    void aReadAfterAWriteSeesIt() {
        List<String> emails = Flux.mergeSequential(
                        mapper.find(User.class, 1).map(User::email),
                        mapper.find(User.class, 2).map(User::email),
                        mapper.update(User.class, 2)
                                .set(User_.EMAIL.set("changed"))
                                .execute()
                                .map(User::email),
                        mapper.find(User.class, 2).map(User::email),
                        mapper.find(User.class, 3).map(User::email))
                .collectList()
                .as(mapper::transactional)
                .block();

        assertThat(emails)
                .containsExactly("user1@example.org", "user2@example.org", "changed", "changed", "user3@example.org");
        assertThat(Writes.callers(selects())).containsExactly(1, 1, 2);
    }

    @Test
    void handlesAndRelatedReadsShareOneStatement() {
        List<User> users = Flux.range(1, 6)
                .concatMap(id -> mapper.get(User.class, id))
                .collectList()
                .block();
        recorder.clear();

        List<String> names = Flux.fromIterable(users)
                .flatMapSequential(user -> user.id() % 2 == 0
                        ? mapper.related(user, User_.PROFILE).get()
                        : mapper.related(User.class, user.id(), User_.PROFILE).find())
                .map(Profile::name)
                .collectList()
                .as(mapper::transactional)
                .block();

        assertThat(names).containsExactly("name 1", "name 2", "name 3", "name 4", "name 5", "name 6");
        assertThat(Writes.callers(selects())).containsExactly(1, 5);
    }

    @Test
    void aMissingRowConcernsItsCallerAlone() {
        List<String> outcomes = Flux.just(1, 98, 2, 99)
                .flatMapSequential(id -> mapper.get(User.class, id)
                        .map(User::email)
                        .onErrorResume(EntityNotFoundException.class, error -> Mono.just("none " + error.key())))
                .collectList()
                .as(mapper::transactional)
                .block();

        assertThat(outcomes).containsExactly("user1@example.org", "none 98", "user2@example.org", "none 99");
        assertThat(Writes.callers(selects())).containsExactly(1, 3);
    }

    @Test
    void aRefusedStatementIsNotSentAgain() {
        assertThatThrownBy(() -> Flux.just(1, 2, 7, 8)
                        .flatMap(id -> mapper.find(Quotient.class, id))
                        .then()
                        .as(mapper::transactional)
                        .block())
                .isInstanceOf(DataException.class);

        assertThat(Writes.callers(selects())).containsExactly(1, 3);
        assertThat(mapper.find(User.class, 1).block()).isNotNull();
    }

    @Test
    void aSavepointHasTurnsOfItsOwn() {
        List<Long> ids = Flux.merge(
                        mapper.find(User.class, 1).map(User::id),
                        mapper.find(User.class, 2).map(User::id),
                        mapper.transactional(Flux.range(3, 3)
                                        .flatMap(id -> mapper.find(User.class, id))
                                        .map(User::id)
                                        .collectList())
                                .flatMapIterable(inner -> inner),
                        mapper.find(User.class, 6).map(User::id))
                .collectSortedList()
                .as(mapper::transactional)
                .block();

        assertThat(ids).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void cancelledReadsAreLeftOut() {
        Long count = Mono.zip(
                        mapper.find(User.class, 1),
                        mapper.find(User.class, 2)
                                .map(User::id)
                                .takeUntilOther(Mono.just(1))
                                .defaultIfEmpty(0L),
                        mapper.find(User.class, 3),
                        mapper.find(User.class, 4))
                .map(found ->
                        found.getT1().id() + found.getT3().id() + found.getT4().id())
                .as(mapper::transactional)
                .block();

        assertThat(count).isEqualTo(8);
        assertThat(selects()).last().matches(execution -> execution.callers() == 2 && execution.rows() == 2);
    }

    @Test
    void aCancelledTransactionLeavesNothing() {
        for (int round = 0; round < 20; round++) {
            Flux.range(1, 12)
                    .flatMap(id -> mapper.find(User.class, id))
                    .take(1)
                    .then()
                    .as(mapper::transactional)
                    .block();
            Flux.range(1, 12)
                    .flatMap(id -> mapper.find(User.class, id))
                    .then()
                    .as(mapper::transactional)
                    .subscribe()
                    .dispose();
        }

        assertThat(mapper.find(User.class, 1).block()).isNotNull();
    }
}
