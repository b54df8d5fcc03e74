package dev.kindred.it.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** Handles of different callers that load at the same time. */
@SuppressWarnings("try") // a lock is held during its block
class SharedHandlesIntegrationTests {

    private static final int LANES = 2;

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(20));

    private final StatementRecorder recorder = new StatementRecorder();
    private final ReactiveMapper mapper = ReactiveMapper.builder(database.newPool(4))
            .sharedReads(SharedReads.WHEN_BUSY)
            .listener(recorder)
            .build();

    private List<User> alone(int count) {
        List<User> users = new ArrayList<>();
        for (long id = 1; id <= count; id++) {
            users.add(mapper.get(User.class, id).block());
        }
        recorder.clear();
        return users;
    }

    private long rowsOfShared() {
        assertThat(recorder.count()).isEqualTo(LANES + 1);
        return recorder.executions().stream()
                .filter(execution -> execution.callers() > 1)
                .mapToLong(StatementExecution::rows)
                .sum();
    }

    @Test
    void anIdleHandleSendsTheSameStatementAsWithoutSharing() {
        StatementRecorder without = new StatementRecorder();
        ReactiveMapper.builder(database.newPool(1))
                .listener(without)
                .build()
                .get(User.class, 1L)
                .flatMap(User::profile)
                .block();

        mapper.get(User.class, 1L).flatMap(User::profile).block();

        assertThat(recorder.texts()).isEqualTo(without.texts()).hasSize(2);
    }

    @Test
    void hasOneHandlesOfDifferentReadsShareOneStatement() {
        List<User> users = alone(10);
        List<CompletableFuture<Profile>> loads = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "profiles")) {
            users.forEach(user -> loads.add(user.profile().toFuture()));
        }

        for (int i = 0; i < loads.size(); i++) {
            assertThat(loads.get(i).join().name()).isEqualTo("name " + (i + 1));
        }
        assertThat(rowsOfShared()).isEqualTo(8);
        assertThat(recorder.executions())
                .allMatch(execution ->
                        execution.operation() == Operation.LOAD && "User.profile".equals(execution.relation()));
        recorder.clear();
        users.forEach(user -> assertThat(user.profile().block()).isNotNull());
        assertThat(recorder.count()).isZero();
    }

    @Test
    void readsOfRelatedRowsShareOneStatement() {
        List<User> users = alone(10);
        database.postgres().execute("delete from profiles where id = 9");
        List<CompletableFuture<Profile>> reads = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "profiles")) {
            for (User user : users) {
                Mono<Profile> read = user.id() % 2 == 0
                        ? mapper.related(User.class, user.id(), User_.PROFILE).get()
                        : mapper.related(user, User_.PROFILE).find();
                reads.add(read.toFuture());
            }
            reads.add(users.get(9).profile().toFuture());
        }

        for (int i = 0; i < users.size(); i++) {
            Profile profile = reads.get(i).join();
            assertThat(profile == null ? "none" : profile.name()).isEqualTo(i == 8 ? "none" : "name " + (i + 1));
        }
        assertThat(reads.get(10).join()).isNotSameAs(reads.get(9).join());
        assertThat(rowsOfShared()).isEqualTo(7);
        assertThat(recorder.executions()).allMatch(execution -> execution.operation() == Operation.FIND);
    }

    @Test
    void aMissingRelatedRowIsTheErrorOfItsCaller() {
        List<User> users = alone(4);
        database.postgres().execute("delete from profiles where id = 4");
        List<CompletableFuture<Profile>> reads = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "profiles")) {
            users.forEach(
                    user -> reads.add(mapper.related(user, User_.PROFILE).get().toFuture()));
        }

        assertThat(reads.get(2).join().name()).isEqualTo("name 3");
        assertThatThrownBy(reads.get(3)::join).hasCauseInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void belongsToHandlesWithTheSameKeyGetTheirOwnEntities() {
        database.postgres().execute("update profiles set user_id = 1");
        List<Profile> profiles = new ArrayList<>();
        for (long id = 1; id <= 6; id++) {
            profiles.add(mapper.get(Profile.class, id).block());
        }
        recorder.clear();
        List<CompletableFuture<User>> loads = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "users")) {
            profiles.forEach(profile -> loads.add(profile.user().toFuture()));
        }

        List<User> users = loads.stream().map(CompletableFuture::join).toList();
        assertThat(rowsOfShared()).isEqualTo(1);
        assertThat(users).allMatch(user -> user.id() == 1);
        assertThat(users.get(4)).isNotSameAs(users.get(5));
        recorder.clear();
        users.get(4).profile().block();
        users.get(5).profile().block();
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void theRowsOfOneCallerAreSiblings() {
        List<List<User>> lists = new ArrayList<>();
        for (int i = 0; i < LANES + 2; i++) {
            lists.add(mapper.from(User.class).limit(5).all().collectList().block());
        }
        recorder.clear();
        List<CompletableFuture<Profile>> loads = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "profiles")) {
            lists.forEach(list -> loads.add(list.get(0).profile().toFuture()));
        }
        List<Profile> first = loads.stream().map(CompletableFuture::join).toList();
        assertThat(rowsOfShared()).isEqualTo(5);
        recorder.clear();

        first.get(LANES).avatar().block();
        assertThat(recorder.executions().stream().mapToLong(StatementExecution::rows))
                .containsExactly(5L);
        lists.get(LANES)
                .forEach(user ->
                        assertThat(user.profile().block().avatar().block()).isNotNull());
        assertThat(recorder.count()).isEqualTo(1);
        lists.get(LANES + 1).get(3).profile().block().avatar().block();
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void aHandleWithoutARowCompletesEmpty() {
        List<User> users = alone(6);
        database.postgres().execute("delete from profiles where user_id in (4, 5)");
        List<CompletableFuture<Profile>> loads = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "profiles")) {
            users.forEach(user -> loads.add(user.profile().toFuture()));
        }

        assertThat(loads.stream().map(CompletableFuture::join).map(profile -> profile == null ? 0L : profile.id()))
                .containsExactly(1L, 2L, 3L, 0L, 0L, 6L);
        assertThat(rowsOfShared()).isEqualTo(2);
    }

    @Test
    void findAndHandleLoadTogether() {
        List<CompletableFuture<Profile>> loads = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "users")) {
            for (long id = 1; id <= 20; id++) {
                loads.add(mapper.find(User.class, id).flatMap(User::profile).toFuture());
            }
        }

        for (int i = 0; i < loads.size(); i++) {
            assertThat(loads.get(i).join().id()).isEqualTo(i + 1L);
        }
        assertThat(recorder.count()).isLessThan(3 + 20);
    }

    @Test
    void loadsInATransactionAreNotShared() {
        List<User> users = alone(4);
        List<CompletableFuture<Profile>> loads = new ArrayList<>();
        CompletableFuture<Profile> inside;
        try (TableLock lock = TableLock.on(database, "profiles")) {
            users.subList(0, 3).forEach(user -> loads.add(user.profile().toFuture()));
            inside = mapper.transactional(users.get(3).profile()).toFuture();
        }

        assertThat(inside.join().id()).isEqualTo(4);
        loads.forEach(load -> assertThat(load.join()).isNotNull());
        assertThat(recorder.executions()).allMatch(execution -> execution.callers() == 1);
    }
}
