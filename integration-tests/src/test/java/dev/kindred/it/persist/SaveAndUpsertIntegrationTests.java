package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kindred.error.MappingException;
import dev.kindred.error.StaleVersionException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.entity.Employee;
import dev.kindred.it.entity.Note;
import dev.kindred.it.entity.Note_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SaveAndUpsertIntegrationTests {

    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final String NOTE =
            " RETURNING \"id\", \"text\", \"status\", \"version\", \"created_at\", \"updated_at\"";

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, Note.TABLE, "create unique index users_email on users (email)")
            .resetBefore(Schema.EMPTY, "truncate notes restart identity");

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = mapperAt(NOON);
    }

    private ReactiveMapper mapperAt(Instant now) {
        return ReactiveMapper.builder(database.pool())
                .listener(recorder)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build();
    }

    @Test
    void saveInsertsWhatHasNoKeyYetAndUpdatesWhatHasOne() {
        User stored = mapper.save(User.of("a")).block();
        User changed = mapper.save(new User(stored.id(), "b", null)).block();

        assertThat(changed.id()).isEqualTo(stored.id());
        assertThat(recorder.texts())
                .containsExactly(
                        "INSERT INTO \"users\" (\"email\") VALUES ($1) RETURNING \"id\", \"email\"",
                        "UPDATE \"users\" SET \"email\" = $1 WHERE \"id\" = $2 RETURNING \"id\", \"email\"");
    }

    @Test
    void saveOfAnAssignedKeyIsAnErrorBeforeAnyStatement() {
        assertThatThrownBy(() ->
                        mapper.save(new Employee(1, "a", null, null, null)).block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Employee");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aCleanEntityIsNotWrittenAndItsTimeStays() {
        Note note = mapper.insert(Note.of("a")).block();
        recorder.clear();

        Note same = mapperAt(LATER).update(note, note.withText("a")).block();

        assertThat(same).isEqualTo(note);
        assertThat(recorder.count()).isZero();
        assertThat(mapper.get(Note.class, 1L).block().updatedAt()).isEqualTo(NOON);
    }

    @Test
    void anUpdateToTheSameValuesReturnsWhatIsStoredWithLiveHandles() {
        Note note = mapper.insert(Note.of("a")).block();
        User user = mapper.insert(User.of("a")).block();
        recorder.clear();

        assertThat(mapper.update(note, new Note(note.id(), "a", "open", null, null, null))
                        .block())
                .isEqualTo(note);
        assertThat(mapper.update(user, new User(user.id(), "a", null)).block()).isSameAs(user);
        User bare = new User(user.id(), "a", null);
        assertThat(mapper.update(bare, bare).flatMap(User::profile).blockOptional())
                .isEmpty();
        assertThat(recorder.count()).as("that of the handle").isEqualTo(1);
    }

    @Test
    void whatTheDatabaseFillsIsKeptWhenTheChangeLeavesItOut() {
        Note note = mapper.insert(new Note(null, "a", "shut", null, null, null)).block();

        Note changed = mapper.update(note, new Note(note.id(), "b", null, null, null, null))
                .block();

        assertThat(changed).isEqualTo(new Note(note.id(), "b", "shut", 1, NOON, NOON));
    }

    @Test
    void onlyTheChangedColumnsAreWrittenWithTimeAndVersion() {
        Note note = mapper.insert(Note.of("a")).block();
        recorder.clear();

        Note changed = mapperAt(LATER).update(note, note.withText("b")).block();

        assertThat(changed).isEqualTo(new Note(1L, "b", "open", 1, NOON, LATER));
        assertThat(recorder.texts())
                .containsExactly(
                        "UPDATE \"notes\" SET \"text\" = $1, \"version\" = $2, \"updated_at\" = $3 WHERE \"id\" ="
                                + " $4 AND \"version\" = $5" + NOTE);
        assertThatThrownBy(() -> mapper.update(note, note.withText("c")).block())
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void twoDifferentRowsAreNotBeforeAndAfter() {
        assertThatThrownBy(() -> mapper.update(new User(1L, "a", null), new User(2L, "a", null))
                        .block())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("User.id");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void upsertByTheKeyInsertsOrUpdates() {
        mapper.upsert(new Employee(1, "a", null, null, null)).block();
        Employee changed = mapper.upsert(new Employee(1, "b", null, null, null)).block();

        assertThat(changed.name()).isEqualTo("b");
        assertThat(recorder.texts())
                .containsOnly(
                        "INSERT INTO \"employees\" (\"id\", \"name\", \"manager_id\") VALUES ($1, $2, $3) ON CONFLICT"
                                + " (\"id\") DO UPDATE SET \"name\" = EXCLUDED.\"name\", \"manager_id\" ="
                                + " EXCLUDED.\"manager_id\" RETURNING \"id\", \"name\", \"manager_id\"");
        assertThat(database.postgres().queryLong("select count(*) from employees"))
                .isEqualTo(1);
    }

    @Test
    void upsertByAnotherUniqueIndexKeepsTheExistingKey() {
        User first = mapper.upsert(User.of("a"), User_.EMAIL).block();
        User second = mapper.upsert(User.of("a"), User_.EMAIL).block();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.email()).isEqualTo("a");
    }

    @Test
    void upsertKeepsTheTimeOfCreationAndRaisesTheVersion() {
        mapper.insert(Note.of("a")).block();

        Note changed = mapperAt(LATER)
                .upsert(new Note(1L, "b", "closed", 0, null, null))
                .block();

        assertThat(changed).isEqualTo(new Note(1L, "b", "closed", 1, NOON, LATER));
    }

    @Test
    void upsertByAKeyThatTheDatabaseMakesIsAnErrorBeforeAnyStatement() {
        assertThatThrownBy(() -> mapper.upsert(User.of("a")).block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("User.id");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void upsertLeavesTheViolationOfAnotherIndexAnError() {
        mapper.insert(User.of("a")).block();

        assertThatThrownBy(() -> mapper.upsert(new User(7L, "a", null)).block())
                .isInstanceOf(UniqueViolationException.class)
                .hasMessageContaining("users_email");
    }

    @Test
    void manyUpsertsAtOnceEndWithOneRow() {
        Flux.range(0, 64)
                .flatMap(i -> mapper.upsert(User.of("a"), User_.EMAIL), 64)
                .blockLast();

        assertThat(database.postgres().queryLong("select count(*) from users")).isEqualTo(1);
    }

    @Test
    void aBulkUpdateWritesTheRowsOfItsConditionAndTheirTimesAndVersions() {
        mapper.insertAll(Flux.just(Note.of("a"), Note.of("b"), Note.of("c"))).blockLast();
        recorder.clear();

        Long changed = mapperAt(LATER)
                .update(Note.class)
                .set(Note_.STATUS.set("closed"))
                .where(Note_.TEXT.in("a", "b"))
                .execute()
                .block();

        assertThat(changed).isEqualTo(2);
        assertThat(recorder.texts())
                .containsExactly(
                        "UPDATE \"notes\" SET \"status\" = $1, \"updated_at\" = $2, \"version\" = \"version\" + 1"
                                + " WHERE \"text\" = ANY($3)");
        assertThat(mapper.from(Note.class)
                        .orderBy(Note_.ID.asc())
                        .all()
                        .collectList()
                        .block())
                .extracting(Note::status, Note::version, Note::updatedAt)
                .containsExactly(tuple("closed", 1, LATER), tuple("closed", 1, LATER), tuple("open", 0, NOON));
    }

    @Test
    void aBulkUpdateReturnsWhatItChanged() {
        mapper.insertAll(Flux.just(User.of("a"), User.of("b"))).blockLast();

        assertThat(mapper.update(User.class)
                        .set(User_.EMAIL.set("c"))
                        .where(User_.EMAIL.eq("x"))
                        .orWhere(User_.EMAIL.eq("b"))
                        .returning()
                        .map(User::email)
                        .collectList()
                        .block())
                .containsExactly("c");
    }

    @Test
    void aBulkWriteWithoutAConditionIsRefusedUnlessEverythingIsMeant() {
        mapper.insertAll(Flux.just(Note.of("a"), Note.of("b"))).blockLast();
        recorder.clear();

        for (Mono<Long> write : List.of(
                mapper.update(Note.class).set(Note_.TEXT.set("x")).execute(),
                mapper.delete(Note.class).execute(),
                mapper.delete(Note.class).where(Note_.TEXT.eq("a")).everything().execute())) {
            assertThatThrownBy(write::block)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("everything()");
        }
        assertThat(recorder.count()).isZero();

        assertThat(mapper.update(Note.class)
                        .set(Note_.TEXT.set("x"))
                        .everything()
                        .execute()
                        .block())
                .isEqualTo(2);
        assertThat(mapper.delete(Note.class)
                        .where(Note_.TEXT.in(List.of()))
                        .execute()
                        .block())
                .isZero();
        assertThat(mapper.delete(Note.class)
                        .where(Note_.TEXT.eq(null))
                        .execute()
                        .block())
                .isZero();
        assertThat(mapper.delete(Note.class).everything().execute().block()).isEqualTo(2);
    }

    @Test
    void aBulkUpdateOfNothingSendsNothing() {
        assertThat(mapper.update(Note.class).everything().execute().block()).isZero();
        assertThat(recorder.count()).isZero();
        assertThatThrownBy(() -> mapper.update(Note.class)
                        .set(Note_.VERSION.set(7))
                        .everything()
                        .execute()
                        .block())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Note.version");
    }
}
