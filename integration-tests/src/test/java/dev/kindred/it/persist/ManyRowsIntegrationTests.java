package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.StaleVersionException;
import dev.kindred.it.entity.Document;
import dev.kindred.it.entity.Employee;
import dev.kindred.it.entity.Note;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.ConflictTarget;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

class ManyRowsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES,
                    Note.TABLE,
                    Sheet.TABLE,
                    "create table documents (id uuid primary key default gen_random_uuid(), title text not null)",
                    "create unique index users_email on users (email)")
            .resetBefore(Schema.EMPTY, "truncate notes, sheets, documents restart identity");

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    private static Flux<User> users(int count) {
        return Flux.range(1, count).map(i -> User.of("user" + i));
    }

    private long count(String table) {
        return database.postgres().queryLong("select count(*) from " + table);
    }

    @Test
    void aChunkIsOneStatementAndComesBackInItsOrder() {
        List<User> stored = mapper.insertAll(users(2500)).collectList().block();

        assertThat(stored)
                .extracting(User::email)
                .containsExactlyElementsOf(users(2500).map(User::email).toIterable());
        assertThat(stored)
                .extracting(User::id)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2500).boxed().toList());
        assertThat(recorder.texts())
                .hasSize(3)
                .containsOnly("INSERT INTO \"users\" (\"email\") SELECT \"r\".\"c0\" FROM unnest($1) WITH ORDINALITY AS"
                        + " \"r\" (\"c0\", \"position\") ORDER BY \"r\".\"position\" RETURNING \"id\", \"email\"");
        for (User user : List.of(stored.get(0), stored.get(1234), stored.get(2499))) {
            assertThat(database.postgres().queryOne("select email from users where id = " + user.id()))
                    .containsEntry("email", user.email());
        }
    }

    @Test
    void keysThatAreNoNumbersBelongToWhatTheyWereMadeFor() {
        List<Document> stored = mapper.insertAll(Flux.range(0, 3000).map(i -> new Document(null, "title " + i, null)))
                .collectList()
                .block();

        assertThat(stored).hasSize(3000);
        for (int i = 0; i < 3000; i++) {
            assertThat(stored.get(i).title()).isEqualTo("title " + i);
        }
        Document one = stored.get(1717);
        assertThat(database.postgres().queryOne("select title from documents where id = '" + one.id() + "'"))
                .containsEntry("title", one.title());
    }

    @Test
    void everyTypeGoesThroughAlsoArraysAndNulls() {
        List<Sheet> sheets =
                new ArrayList<>(LongStream.range(0, 50).mapToObj(Sheet::of).toList());
        sheets.add(new Sheet(99L, null, null, null, null, null, List.of(), null));

        List<Sheet> stored =
                mapper.insertAll(Flux.fromIterable(sheets)).collectList().block();

        assertThat(recorder.count()).isEqualTo(1);
        assertThat(stored).hasSize(51);
        assertThat(stored.get(7))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(Sheet.of(7));
        assertThat(stored.get(50).title()).isNull();
        assertThat(stored.get(50).tags()).isEmpty();

        List<Sheet> updated = mapper.updateAll(
                        Flux.fromIterable(stored).map(sheet -> sheet.withTitle("new " + sheet.id())))
                .collectList()
                .block();
        assertThat(updated).extracting(Sheet::title).startsWith("new 0").endsWith("new 99");
        assertThat(updated).extracting(Sheet::version).containsOnly(1L);
        assertThat(updated.get(7).tags()).containsExactly("a", "b7");
    }

    @Test
    void entitiesThatLeaveDifferentColumnsToTheDatabaseAreOneTransaction() {
        List<Note> stored = mapper.insertAll(
                        Flux.just(Note.of("a"), new Note(null, "b", "closed", null, null, null), Note.of("c")))
                .collectList()
                .block();

        assertThat(stored).extracting(Note::text).containsExactly("a", "b", "c");
        assertThat(stored).extracting(Note::status).containsExactly("open", "closed", "open");
        assertThat(recorder.texts()).hasSize(4).startsWith("BEGIN").endsWith("COMMIT");
    }

    @Test
    void nothingToInsertSendsNothing() {
        assertThat(mapper.insertAll(Flux.<User>empty()).collectList().block()).isEmpty();
        assertThat(mapper.deleteAll(Flux.<User>empty()).block()).isZero();
        assertThat(recorder.count()).isZero();
    }

    @Test
    void parentsWithTheirChildrenAreTwoStatementsAChunk() {
        List<User> stored = mapper.insertAll(
                        users(2500),
                        User_.PROFILE,
                        user -> user.email().endsWith("7") ? null : Profile.of(null, "of " + user.email()))
                .collectList()
                .block();

        assertThat(recorder.count()).isEqualTo(3 * 4);
        assertThat(count("profiles")).isEqualTo(2250);
        assertThat(Relations.stateOf(stored.get(0).profile()).getOrNull().name())
                .isEqualTo("of user1");
        assertThat(stored.get(0).profile().block().user().block()).isSameAs(stored.get(0));
        assertThat(recorder.count()).isEqualTo(3 * 4);
        assertThat(stored.get(6).profile().blockOptional()).isEmpty();
        assertThat(database.postgres()
                        .queryLong("select count(*) from profiles p join users u on u.id = p.user_id"
                                + " where p.name = 'of ' || u.email"))
                .isEqualTo(2250);
    }

    @Test
    void updateAllWritesEachRowItsOwnValues() {
        List<User> stored = mapper.insertAll(users(1500)).collectList().block();
        recorder.clear();

        List<User> changed = mapper.updateAll(
                        Flux.fromIterable(stored).map(user -> new User(user.id(), "new" + user.id(), null)))
                .collectList()
                .block();

        assertThat(changed)
                .extracting(User::id)
                .containsExactlyElementsOf(stored.stream().map(User::id).toList());
        assertThat(recorder.texts())
                .hasSize(2)
                .allMatch(
                        sql -> sql.contains("UPDATE \"users\" AS \"t\" SET \"email\" = \"r\".\"c1\" FROM unnest($1, $2)"
                                + " AS \"r\" (\"c0\", \"c1\") WHERE \"t\".\"id\" = \"r\".\"c0\" RETURNING \"t\".\"id\","
                                + " \"t\".\"email\""));
        assertThat(database.postgres().queryLong("select count(*) from users where email = 'new' || id"))
                .isEqualTo(1500);
    }

    @Test
    void updateAllChangesNothingWhenARowIsMissingOrStale() {
        List<User> stored = mapper.insertAll(users(3)).collectList().block();
        assertThatThrownBy(() -> mapper.updateAll(
                                Flux.just(new User(stored.get(0).id(), "x", null), new User(99L, "y", null)))
                        .blockLast())
                .isInstanceOf(EntityNotFoundException.class);
        assertThat(count("users where email = 'x'")).isZero();

        List<Note> notes = mapper.insertAll(Flux.just(Note.of("a"), Note.of("b")))
                .collectList()
                .block();
        mapper.update(notes.get(1).withText("changed")).block();
        assertThatThrownBy(() -> mapper.updateAll(Flux.fromIterable(notes).map(note -> note.withText("x")))
                        .blockLast())
                .isInstanceOf(StaleVersionException.class);
        assertThat(count("notes where text = 'x'")).isZero();
        assertThatThrownBy(() -> mapper.deleteAll(Flux.fromIterable(notes)).block())
                .isInstanceOf(StaleVersionException.class);
        assertThat(count("notes")).isEqualTo(2);
    }

    @Test
    void upsertAllInsertsOrUpdatesAndTheLastOfTheSameKeyCounts() {
        mapper.insert(User.of("user2")).block();
        recorder.clear();

        List<User> stored = mapper.upsertAll(users(3), ConflictTarget.of(User_.EMAIL))
                .collectList()
                .block();
        assertThat(stored).extracting(User::email).containsExactly("user1", "user2", "user3");
        assertThat(stored.get(1).id()).isEqualTo(1);
        assertThat(recorder.count()).isEqualTo(1);
        recorder.clear();

        List<Employee> employees = mapper.upsertAll(Flux.just(
                        new Employee(1, "a", null, null, null),
                        new Employee(2, "b", null, null, null),
                        new Employee(1, "c", null, null, null)))
                .collectList()
                .block();
        assertThat(employees).extracting(Employee::name).containsExactly("a", "b", "c");
        assertThat(database.postgres().queryOne("select name from employees where id = 1"))
                .containsEntry("name", "c");
        assertThat(recorder.texts()).hasSize(4).startsWith("BEGIN").endsWith("COMMIT");
    }

    @Test
    void deleteAllRemovesTheRowsWithOneStatementAChunk() {
        List<User> stored = mapper.insertAll(users(1500)).collectList().block();
        recorder.clear();

        assertThat(mapper.deleteAll(Flux.fromIterable(stored).skip(1)).block()).isEqualTo(1499);
        assertThat(recorder.texts()).hasSize(2).containsOnly("DELETE FROM \"users\" WHERE \"id\" = ANY($1)");
        assertThat(count("users")).isEqualTo(1);
        assertThat(mapper.deleteAll(Flux.fromIterable(stored)).block()).isEqualTo(1);
    }
}
