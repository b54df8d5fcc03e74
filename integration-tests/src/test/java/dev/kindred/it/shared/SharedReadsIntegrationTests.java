package dev.kindred.it.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SharedReads;
import dev.kindred.reactor.spi.StatementExecution;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which reads share a statement, and what each caller gets. */
@SuppressWarnings("try") // a lock is held during its block
class SharedReadsIntegrationTests {

    private static final int LANES = 2;
    private static final String ALONE = "SELECT \"id\", \"email\" FROM \"users\" WHERE \"id\" = $1";
    private static final String SHARED = "SELECT \"id\", \"email\" FROM \"users\" WHERE \"id\" = ANY($1)";

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(20));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper = sharing(4);

    private ReactiveMapper sharing(int connections) {
        return ReactiveMapper.builder(database.newPool(connections))
                .sharedReads(SharedReads.WHEN_BUSY)
                .listener(recorder)
                .build();
    }

    private CompletableFuture<User> find(Object id) {
        return mapper.find(User.class, id).toFuture();
    }

    /** Reads that take all lanes. */
    private List<CompletableFuture<User>> lanes() {
        return List.of(find(1L), find(2L));
    }

    private static void join(List<? extends CompletableFuture<?>> reads) {
        reads.forEach(CompletableFuture::join);
    }

    private List<String> texts() {
        return recorder.texts().stream().sorted().toList();
    }

    @Test
    void anIdleMapperSendsEachReadAlone() {
        for (long id = 1; id <= 5; id++) {
            assertThat(mapper.get(User.class, id).block().id()).isEqualTo(id);
        }

        assertThat(recorder.texts()).isEqualTo(Collections.nCopies(5, ALONE));
        assertThat(recorder.executions()).allMatch(execution -> execution.callers() == 1);
    }

    @Test
    void readsThatWaitShareOneStatement() {
        List<CompletableFuture<User>> reads = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "users")) {
            for (long id = 1; id <= 20; id++) {
                reads.add(find(id));
            }
            assertThat(reads).noneMatch(CompletableFuture::isDone);
        }

        for (int i = 0; i < reads.size(); i++) {
            assertThat(reads.get(i).join().id()).isEqualTo(i + 1L);
        }
        assertThat(texts()).containsExactly(ALONE, ALONE, SHARED);
        assertThat(recorder.executions().stream().mapToInt(StatementExecution::callers))
                .containsOnlyOnce(18);
        assertThat(recorder.executions().stream().mapToLong(StatementExecution::rows))
                .containsOnlyOnce(18L);
    }

    @Test
    void aBusyMapperSendsAtMostOneStatementForAThousandKeysAndOneForEachLane() {
        database.postgres().execute("insert into users (email) select 'more' from generate_series(1, 2500)");
        List<CompletableFuture<User>> reads = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "users")) {
            for (long id = 1; id <= 2502; id++) {
                reads.add(find(id));
            }
        }

        assertThat(reads.stream().map(read -> read.join().id()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 2502).mapToObj(id -> (long) id).toList());
        assertThat(recorder.count()).isEqualTo(LANES + 3);
        assertThat(recorder.executions().stream().mapToLong(StatementExecution::rows))
                .containsExactlyInAnyOrder(1L, 1L, 1000L, 1000L, 500L);
    }

    @Test
    void callersWithTheSameKeyGetTheirOwnEntitiesWithOneKeySent() {
        List<CompletableFuture<User>> reads = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "users")) {
            for (int i = 0; i < LANES + 3; i++) {
                reads.add(find(7L));
            }
            reads.add(find(7));
        }

        List<User> users = reads.stream().map(CompletableFuture::join).toList();
        assertThat(users).allMatch(user -> user.id() == 7);
        for (int i = 0; i < users.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(users.get(i)).isNotSameAs(users.get(j));
                assertThat(users.get(i).profile()).isNotSameAs(users.get(j).profile());
            }
        }
        assertThat(texts()).containsExactly(ALONE, ALONE, ALONE);
        assertThat(recorder.executions())
                .filteredOn(each -> each.callers() == 4)
                .allMatch(each -> each.rows() == 1);
    }

    @Test
    void entitiesOfOneStatementAreNoSiblings() {
        List<CompletableFuture<User>> reads = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "users")) {
            for (long id = 1; id <= LANES + 5; id++) {
                reads.add(find(id));
            }
        }
        List<User> users = reads.stream().map(CompletableFuture::join).toList();
        recorder.clear();

        assertThat(users.get(LANES).profile().block().name()).isEqualTo("name 3");

        assertThat(recorder.executions().stream().mapToLong(StatementExecution::rows))
                .containsExactly(1L);
        users.get(LANES + 1).profile().block();
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void aMissingRowConcernsItsCallerAlone() {
        List<CompletableFuture<User>> first;
        CompletableFuture<User> found;
        CompletableFuture<User> absent;
        CompletableFuture<User> required;
        try (TableLock lock = TableLock.on(database, "users")) {
            first = lanes();
            found = find(2L);
            absent = find(99L);
            required = mapper.get(User.class, 98L).toFuture();
        }

        assertThat(found.join().id()).isEqualTo(2);
        assertThat(absent.join()).isNull();
        assertThatThrownBy(required::join)
                .hasCauseInstanceOf(EntityNotFoundException.class)
                .satisfies(error -> assertThat(((EntityNotFoundException) error.getCause()).key())
                        .isEqualTo(98L));
        join(first);
        assertThat(texts()).containsExactly(ALONE, ALONE, SHARED);
    }

    @Test
    void readsOfDifferentTransactionsAreNotShared() {
        List<CompletableFuture<List<User>>> transactions = new ArrayList<>();
        List<CompletableFuture<User>> first;
        try (TableLock lock = TableLock.on(database, "users")) {
            first = lanes();
            transactions.add(mapper.transactional(two(2L, 3L)).toFuture());
            transactions.add(mapper.requiresNew(two(4L, 5L)).toFuture());
        }
        transactions.forEach(transaction -> assertThat(transaction.join()).hasSize(2));
        join(first);

        assertThat(recorder.texts().stream().filter(sql -> sql.startsWith("SELECT")))
                .hasSize(LANES + 4);
        assertThat(recorder.executions()).allMatch(execution -> execution.callers() == 1);
    }

    private Mono<List<User>> two(long one, long other) {
        return Flux.just(one, other).flatMap(id -> mapper.find(User.class, id)).collectList();
    }

    @Test
    void otherQueriesAreNotShared() {
        List<CompletableFuture<?>> reads = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "users")) {
            reads.addAll(lanes());
            reads.add(mapper.from(User.class).where(User_.ID.eq(2L)).one().toFuture());
            reads.add(mapper.from(User.class)
                    .where(User_.ID.eq(3L))
                    .forUpdate()
                    .one()
                    .toFuture());
            Awaiting.until(() -> Awaiting.waitingForLocks(database) == LANES + 2);
        }
        reads.forEach(CompletableFuture::join);

        assertThat(recorder.count()).isEqualTo(LANES + 2);
        assertThat(recorder.texts()).doesNotContain(SHARED);
    }

    @Test
    void aPoolOfOneHasOneLane() {
        mapper = sharing(1);
        List<CompletableFuture<User>> reads = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "users")) {
            for (long id = 1; id <= 5; id++) {
                reads.add(find(id));
            }
        }

        reads.forEach(read -> assertThat(read.join()).isNotNull());
        assertThat(texts()).containsExactly(ALONE, SHARED);
    }

    @Test
    void withoutSharingEachReadHasItsStatement() {
        mapper = ReactiveMapper.builder(database.newPool(4)).listener(recorder).build();

        Flux.range(1, 20).flatMap(id -> mapper.find(User.class, id)).blockLast();

        assertThat(recorder.texts()).isEqualTo(Collections.nCopies(20, ALONE));
    }

    @Test
    void sharingNeedsAPoolOfThisLibrary() {
        assertThatThrownBy(() -> ReactiveMapper.builder(new PostgresqlConnectionFactory(
                                database.configuration().build()))
                        .sharedReads(SharedReads.WHEN_BUSY)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Connections.builder");
    }

    @Test
    void theListenerHasTheContextOfTheCallerThatWaitedLongest() {
        List<String> callers = Collections.synchronizedList(new ArrayList<>());
        ReactiveMapper traced = ReactiveMapper.builder(database.newPool(2))
                .sharedReads(SharedReads.WHEN_BUSY)
                .listener(new TracingListener(callers))
                .build();
        List<CompletableFuture<User>> reads = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "users")) {
            for (long id = 1; id <= 5; id++) {
                String name = "caller " + id;
                reads.add(traced.find(User.class, id)
                        .contextWrite(context -> context.put("trace", name))
                        .toFuture());
            }
        }
        reads.forEach(CompletableFuture::join);

        assertThat(callers).containsExactlyInAnyOrder("caller 1 of 1", "caller 2 of 1", "caller 3 of 3");
    }
}
