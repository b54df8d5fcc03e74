package dev.kindred.it.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.MappingException;
import dev.kindred.error.StaleVersionException;
import dev.kindred.it.entity.KeySchema;
import dev.kindred.it.entity.Note;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Room;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.repository.Nested.Forgotten;
import dev.kindred.it.repository.Nested.Memos;
import dev.kindred.it.repository.Nested.Notes;
import dev.kindred.it.repository.Nested.RoomKey;
import dev.kindred.it.repository.Nested.Rooms;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.Window;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Repositories on a pool of one connection. */
class RepositoryIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, KeySchema.TABLES, Note.TABLE, Memo.TABLE)
            .resetBefore(Schema.EMPTY, KeySchema.EMPTY, "truncate notes, memos restart identity", Schema.users(3));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private Users users;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
        users = mapper.repository(Users.class);
    }

    private long count(String table, String where) {
        return database.postgres().queryLong("select count(*) from " + table + " where " + where);
    }

    @Test
    void findAndGetReadOneRow() {
        assertThat(users.find(2L).block()).extracting(User::email).isEqualTo("user2@example.org");
        assertThat(users.get(2L).block()).extracting(User::email).isEqualTo("user2@example.org");
        assertThat(recorder.texts())
                .hasSize(2)
                .containsOnly("SELECT \"id\", \"email\" FROM \"users\" WHERE \"id\" = $1");
    }

    @Test
    void aMissingRowIsEmptyOrAnError() {
        assertThat(users.find(9L).blockOptional()).isEmpty();
        assertThatExceptionOfType(EntityNotFoundException.class)
                .isThrownBy(() -> users.get(9L).block());
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void nothingIsSentBeforeTheSubscription() {
        List<Object> publishers =
                List.of(users.find(1L), users.get(1L), users.stream(), users.save(User.of("a")), users.byEmail("a"));

        assertThat(publishers).hasSize(5);
        assertThat(recorder.count()).isZero();
    }

    @Test
    void saveInsertsANewEntityAndUpdatesAStoredOne() {
        User inserted = users.save(User.of("jane@example.org")).block();
        User updated =
                users.save(new User(inserted.id(), "joan@example.org", null)).block();

        assertThat(updated.id()).isEqualTo(inserted.id()).isEqualTo(4);
        assertThat(count("users", "email = 'joan@example.org'")).isEqualTo(1);
        assertThat(recorder.texts())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("INSERT"),
                        second -> assertThat(second).startsWith("UPDATE"));
    }

    @Test
    void insertAndUpdateSayWhichOneIsMeant() {
        User inserted = users.insert(new User(77L, "jane@example.org", null)).block();
        assertThat(users.update(new User(77L, "joan@example.org", null)).block())
                .extracting(User::email)
                .isEqualTo("joan@example.org");
        assertThat(inserted.id()).isEqualTo(77);
        assertThatExceptionOfType(EntityNotFoundException.class)
                .isThrownBy(() -> users.update(new User(78L, "a", null)).block());
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void deleteReturnsWhetherTheRowExisted() {
        User user = users.get(1L).block();

        assertThat(users.delete(user).block()).isTrue();
        assertThat(users.delete(user).block()).isFalse();
        assertThat(count("users", "id = 1")).isZero();
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void theStreamHasEveryRow() {
        assertThat(users.stream().map(User::id).collectList().block()).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void ownMethodsUseTheTypedQuery() {
        assertThat(users.byEmail("user3@example.org").block())
                .extracting(User::id)
                .isEqualTo(3L);
        assertThat(users.byEmail("none").blockOptional()).isEmpty();
        assertThat(recorder.count()).isEqualTo(2);

        Window<User> first = users.list(2, null).block();
        Window<User> second = users.list(2, first.next()).block();
        assertThat(first.rows()).extracting(User::id).containsExactly(1L, 2L);
        assertThat(second.rows()).extracting(User::id).containsExactly(3L);
        assertThat(recorder.count()).isEqualTo(4);
    }

    @Test
    void relationsAreReadAndPreloaded() {
        assertThat(users.withProfiles()
                        .concatMap(User::profile)
                        .map(Profile::name)
                        .collectList()
                        .block())
                .containsExactly("name 1", "name 2", "name 3");
        assertThat(recorder.count()).isEqualTo(2);
        assertThat(users.find(2L).flatMap(users::profile).block())
                .extracting(Profile::name)
                .isEqualTo("name 2");
        assertThat(recorder.count()).isEqualTo(4);
    }

    @Test
    void aRepositoryWorksInATransaction() {
        Mono<User> failing = users.register("jane@example.org", "Jane")
                .flatMap(user -> users.get(user.id()))
                .then(Mono.<User>error(new IllegalStateException("rolled back")))
                .as(mapper::transactional);

        StepVerifier.create(failing).verifyErrorMessage("rolled back");
        assertThat(recorder.texts().stream().map(text -> text.replaceFirst(" .*", "")))
                .containsExactly(
                        "BEGIN",
                        "SAVEPOINT",
                        "INSERT",
                        "SAVEPOINT",
                        "INSERT",
                        "RELEASE",
                        "RELEASE",
                        "SELECT",
                        "ROLLBACK");
        assertThat(count("users", "email = 'jane@example.org'")).isZero();
        assertThat(count("profiles", "name = 'Jane'")).isZero();

        assertThat(users.register("jane@example.org", "Jane").block().id()).isNotNull();
        assertThat(count("profiles", "name = 'Jane'")).isEqualTo(1);
    }

    @Test
    void aStaleVersionIsAnError() {
        Notes notes = mapper.repository(Notes.class);
        Note first = notes.save(Note.of("one")).block();
        Note second = notes.save(first.withText("two")).block();

        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> notes.save(first.withText("three")).block());
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> notes.delete(first).block());
        assertThat(notes.delete(second).block()).isTrue();
        assertThat(count("notes", "true")).isZero();
    }

    @Test
    void aCompositeKeyIsARecord() {
        Rooms rooms = mapper.repository(Rooms.class);
        rooms.insert(new Room("A", 1, "first", null)).block();
        rooms.insert(new Room("A", 2, "second", null)).block();
        recorder.clear();

        assertThat(rooms.find(new RoomKey(2, "A")).block())
                .extracting(Room::name)
                .isEqualTo("second");
        assertThat(rooms.get(new RoomKey(1, "A")).block())
                .extracting(Room::name)
                .isEqualTo("first");
        assertThat(rooms.find(new RoomKey(2, "B")).blockOptional()).isEmpty();
        assertThatExceptionOfType(EntityNotFoundException.class)
                .isThrownBy(() -> rooms.get(new RoomKey(2, "B")).block());
        assertThat(recorder.count()).isEqualTo(4);
    }

    /** A key often comes from a request, so a null in it is an error signal. */
    @Test
    void aNullKeyIsAnError() {
        Rooms rooms = mapper.repository(Rooms.class);

        for (RoomKey key : new RoomKey[] {null, new RoomKey(null, "A"), new RoomKey(1, null)}) {
            StepVerifier.create(rooms.find(key)).verifyError(MappingException.class);
            StepVerifier.create(rooms.get(key)).verifyError(MappingException.class);
        }
        StepVerifier.create(users.find(null)).verifyError(MappingException.class);
        assertThat(recorder.count()).isZero();
    }

    @Test
    void anAssignedKeyIsInsertedOrUpdatedByName() {
        StepVerifier.create(mapper.repository(Rooms.class).save(new Room("A", 1, "first", null)))
                .verifyError(MappingException.class);
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aDefaultMethodOverridesAnOperation() {
        Memos memos = mapper.repository(Memos.class);
        Memo kept = memos.save(Memo.of("  kept ")).block();
        memos.save(Memo.of(" secret")).block();

        assertThat(kept.text()).isEqualTo("kept");
        assertThat(memos.stream().collectList().block()).containsExactly(kept);
        assertThat(memos.query().count().block()).isEqualTo(1);
        assertThat(memos.find(2).block()).extracting(Memo::text).isEqualTo("secret");
        assertThat(recorder.count()).isEqualTo(5);
    }

    @Test
    void aSoftDeletedRowIsMissing() {
        Memos memos = mapper.repository(Memos.class);
        Memo memo = memos.save(Memo.of("a")).block();

        assertThat(memos.deleteAll(List.of(memo, memo)).collectList().block()).containsExactly(true, false);
        assertThat(memos.find(1).blockOptional()).isEmpty();
        assertThat(memos.stream().collectList().block()).isEmpty();
        assertThat(count("memos", "deleted_at is not null")).isEqualTo(1);
        assertThat(recorder.count()).isEqualTo(5);
    }

    @Test
    void aRepositoryHasTheMapperThatCreatedIt() {
        assertThat(users.mapper()).isSameAs(mapper);
        assertThat(mapper.repository(Users.class)).isNotSameAs(users).hasSameClassAs(users);
    }

    @Test
    void anInterfaceWithoutTheAnnotationHasNoClass() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.repository(Forgotten.class))
                .withMessage("No repository exists for " + Forgotten.class.getName() + ": the class "
                        + "dev.kindred.it.repository.Nested_Forgotten_ is missing. Mark the interface with"
                        + " @KindredRepository and put dev.kindred:kindred-processor on the annotation processor path"
                        + " of the compiler.");
    }
}
