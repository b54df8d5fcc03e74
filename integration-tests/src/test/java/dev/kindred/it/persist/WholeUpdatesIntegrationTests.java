package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.MapperException;
import dev.kindred.error.StaleVersionException;
import dev.kindred.error.StatementException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.entity.Note;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Updates of a chunk outside a transaction: one statement, for all rows or none. The pool has one connection. */
class WholeUpdatesIntegrationTests {

    private static final String UPDATE = "WITH \"updated rows\" AS (UPDATE \"users\" AS \"t\" SET \"email\" ="
            + " \"r\".\"c1\" FROM unnest($1, $2) AS \"r\" (\"c0\", \"c1\") WHERE \"t\".\"id\" = \"r\".\"c0\" RETURNING"
            + " \"t\".\"id\", \"t\".\"email\") SELECT \"id\", \"email\" FROM \"updated rows\" WHERE (SELECT (CASE WHEN"
            + " count(*) = $3 THEN '1' ELSE 'not all rows were updated' END)::int FROM \"updated rows\") = 1";

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Schema.TABLES, Note.TABLE)
            .resetBefore(
                    Schema.EMPTY,
                    "truncate notes restart identity",
                    "drop trigger if exists before_update on users",
                    "drop rule if exists also on users",
                    "alter table users drop constraint if exists late",
                    "insert into users (email) values ('a'), ('b'), ('c')");

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
    }

    private static List<User> changed(long... ids) {
        return Arrays.stream(ids).mapToObj(id -> new User(id, "changed", null)).toList();
    }

    private long changes() {
        return database.postgres().queryLong("select count(*) from users where email = 'changed'");
    }

    private void trigger(String body) {
        database.postgres()
                .execute("create or replace function before_update() returns trigger language plpgsql as $$" + " begin "
                        + body + " end $$");
        database.postgres()
                .execute("create trigger before_update before update on users for each row"
                        + " execute function before_update()");
    }

    @Test
    void allRowsAreUpdatedByOneStatement() {
        assertThat(mapper.updateAll(changed(3, 1, 2))
                        .map(User::id)
                        .collectList()
                        .block())
                .containsExactly(3L, 1L, 2L);
        assertThat(recorder.texts()).containsExactly(UPDATE);
        assertThat(changes()).isEqualTo(3);
    }

    @Test
    void severalChunksAreOneStatementEach() {
        assertThat(mapper.updateAll(changed(1, 2, 3), ChunkOptions.defaults().size(2))
                        .count()
                        .block())
                .isEqualTo(3);
        assertThat(recorder.texts()).containsExactly(UPDATE, UPDATE);
    }

    @Test
    void aMissingRowLeavesAllUnchangedAndATransactionFindsTheError() {
        assertThatExceptionOfType(EntityNotFoundException.class)
                .isThrownBy(() -> mapper.updateAll(changed(1, 99, 2)).blockLast());
        assertThatExceptionOfType(EntityNotFoundException.class)
                .isThrownBy(() -> mapper.updateAll(changed(98, 99)).blockLast());

        assertThat(recorder.texts()).hasSize(8).startsWith(UPDATE, "BEGIN").endsWith("ROLLBACK");
        assertThat(changes()).isZero();
    }

    @Test
    void aStaleRowLeavesAllUnchanged() {
        List<Note> notes = mapper.insertAll(List.of(Note.of("a"), Note.of("b")))
                .collectList()
                .block();
        Note current = mapper.update(notes.get(1).withText("b2")).block();
        recorder.clear();

        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> mapper.updateAll(notes).blockLast());
        assertThat(recorder.count()).isEqualTo(4);
        assertThat(mapper.updateAll(List.of(current, notes.get(0)))
                        .map(Note::version)
                        .collectList()
                        .block())
                .containsExactly(2, 1);
        assertThat(recorder.count()).isEqualTo(5);
    }

    @Test
    void inATransactionASavepointKeepsTheTransactionUsable() {
        Mono<User> work = mapper.updateAll(changed(1, 99))
                .then(Mono.<User>empty())
                .onErrorResume(EntityNotFoundException.class, error -> mapper.get(User.class, 1L));

        assertThat(mapper.transactional(work).map(User::email).block()).isEqualTo("a");
        assertThat(recorder.texts()).doesNotContain(UPDATE).anyMatch(sql -> sql.startsWith("SAVEPOINT"));
        recorder.clear();

        assertThat(mapper.updateAll(
                                changed(1, 2, 3),
                                ChunkOptions.defaults().size(2).atomic())
                        .count()
                        .block())
                .isEqualTo(3);
        assertThat(recorder.texts()).doesNotContain(UPDATE).startsWith("BEGIN").endsWith("COMMIT");
    }

    @Test
    void aKeyThatOccursTwiceNeedsATransaction() {
        assertThat(mapper.updateAll(Flux.just(new User(1L, "x", null), new User(1L, "y", null)))
                        .map(User::email)
                        .collectList()
                        .block())
                .containsExactly("x", "y");
        assertThat(recorder.texts()).hasSize(4).startsWith("BEGIN").endsWith("COMMIT");
    }

    @Test
    void aRowThatATriggerSuppressesLeavesAllUnchanged() {
        trigger("if old.id = 2 then return null; end if; return new;");

        assertThatThrownBy(() -> mapper.updateAll(changed(1, 2, 3)).blockLast()).isInstanceOf(MapperException.class);
        assertThat(changes()).isZero();
    }

    @Test
    void anErrorOfATriggerWithTheSameStateIsTheErrorOfTheCaller() {
        trigger("perform 'many'::int; return new;");

        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> mapper.updateAll(changed(1, 2)).blockLast())
                .satisfies(error -> assertThat(error.sqlState()).isEqualTo("22P02"));
        assertThat(recorder.texts()).hasSize(4).startsWith(UPDATE, "BEGIN").endsWith("ROLLBACK");
        assertThat(changes()).isZero();
    }

    @Test
    void aConstraintThatIsCheckedAtTheEndLeavesAllUnchanged() {
        database.postgres()
                .execute("alter table users add constraint late unique (email) deferrable initially deferred");

        assertThatExceptionOfType(UniqueViolationException.class)
                .isThrownBy(() -> mapper.updateAll(changed(1, 2)).blockLast());
        assertThat(recorder.texts()).containsExactly(UPDATE);
        assertThat(changes()).isZero();
    }

    @Test
    void aTableWithARuleIsUpdatedInATransaction() {
        database.postgres().execute("create rule also as on update to users do also select 1");

        assertThat(mapper.updateAll(changed(1, 2)).count().block()).isEqualTo(2);
        assertThat(recorder.texts()).hasSize(4).startsWith(UPDATE, "BEGIN").endsWith("COMMIT");
        assertThat(changes()).isEqualTo(2);
    }

    @Test
    void aRowThatChangesAfterTheSnapshotIsUpdatedInItsNewestVersion() {
        CompletableFuture<List<User>> update = updateAfter("update users set email = 'other' where id = 2");

        assertThat(update.join()).map(User::email).containsOnly("changed");
        assertThat(recorder.texts()).containsExactly(UPDATE);
        assertThat(changes()).isEqualTo(3);
    }

    @Test
    void aRowThatIsDeletedAfterTheSnapshotLeavesAllUnchanged() {
        CompletableFuture<List<User>> update = updateAfter("delete from users where id = 2");

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(update::join)
                .withCauseInstanceOf(EntityNotFoundException.class);
        assertThat(changes()).isZero();
    }

    @Test
    void aVersionThatChangesAfterTheSnapshotLeavesAllUnchanged() {
        List<Note> notes = mapper.insertAll(List.of(Note.of("a"), Note.of("b")))
                .collectList()
                .block();
        CompletableFuture<?> update = after(
                "update notes set version = version + 1 where id = 2",
                mapper.updateAll(Flux.fromIterable(notes).map(note -> note.withText("changed"))));

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(update::join)
                .withCauseInstanceOf(StaleVersionException.class);
        assertThat(database.postgres().queryLong("select count(*) from notes where text = 'changed'"))
                .isZero();
    }

    private CompletableFuture<List<User>> updateAfter(String change) {
        return after(change, mapper.updateAll(changed(1, 2, 3)));
    }

    /** Subscribes to {@code update} while a transaction has made {@code change}, and commits while the update waits. */
    private static <T> CompletableFuture<List<T>> after(String change, Flux<T> update) {
        Connection other = Mono.<Connection>from(
                        ConnectionFactories.get(database.postgres().r2dbcUrl()).create())
                .block();
        Mono.from(other.beginTransaction()).block();
        Flux.from(other.createStatement(change).execute())
                .flatMap(result -> result.getRowsUpdated())
                .blockLast();
        CompletableFuture<List<T>> updated = update.collectList().toFuture();
        String waiting = "select count(*) from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock'";
        while (database.postgres().queryLong(waiting) == 0) {
            LockSupport.parkNanos(1_000_000);
        }
        Mono.from(other.commitTransaction()).then(Mono.from(other.close())).block();
        return updated;
    }
}
