package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.MappingException;
import dev.kindred.it.entity.Desk;
import dev.kindred.it.entity.Document;
import dev.kindred.it.entity.Employee;
import dev.kindred.it.entity.KeySchema;
import dev.kindred.it.entity.Room;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WriteOneEntityIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES, KeySchema.TABLES).resetBefore(Schema.EMPTY, KeySchema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void anInsertReturnsTheGeneratedKey() {
        User first = mapper.insert(User.of("a@example.org")).block();
        User second = mapper.insert(User.of("b@example.org")).block();

        assertThat(first.id()).isEqualTo(1);
        assertThat(second.id()).isEqualTo(2);
        assertThat(recorder.texts())
                .hasSize(2)
                .containsOnly("INSERT INTO \"users\" (\"email\") VALUES ($1) RETURNING \"id\", \"email\"");
        assertThat(database.postgres().queryOne("select email from users where id = 2"))
                .containsEntry("email", "b@example.org");
    }

    @Test
    void aGeneratedKeyThatIsGivenIsKept() {
        User inserted = mapper.insert(new User(77L, "a@example.org", null)).block();

        assertThat(inserted.id()).isEqualTo(77);
        assertThat(recorder.texts())
                .containsExactly(
                        "INSERT INTO \"users\" (\"id\", \"email\") VALUES ($1, $2) RETURNING \"id\", \"email\"");
    }

    @Test
    void aGeneratedUuidIsReadBack() {
        Document inserted = mapper.insert(new Document(null, "title", null)).block();

        assertThat(inserted.id()).isNotNull();
        assertThat(database.postgres().queryOne("select id, title from documents"))
                .containsEntry("id", inserted.id())
                .containsEntry("title", "title");
        assertThat(inserted.id()).isInstanceOf(UUID.class);
    }

    @Test
    void anAssignedKeyIsWritten() {
        Employee inserted =
                mapper.insert(new Employee(5, "five", null, null, null)).block();

        assertThat(inserted.id()).isEqualTo(5);
        assertThat(inserted.manager().blockOptional()).isEmpty();
    }

    @Test
    void anInsertRunsAgainForEachSubscription() {
        var insert = mapper.insert(User.of("a@example.org"));
        assertThat(recorder.count()).isZero();

        insert.block();
        insert.block();

        assertThat(database.postgres().queryLong("select count(*) from users")).isEqualTo(2);
    }

    @Test
    void anUpdateWritesTheRowAndReturnsIt() {
        database.postgres().execute(Schema.users(2));

        User updated = mapper.update(new User(1L, "new@example.org", null)).block();

        assertThat(updated).satisfies(user -> {
            assertThat(user.id()).isEqualTo(1);
            assertThat(user.email()).isEqualTo("new@example.org");
        });
        assertThat(recorder.texts())
                .containsExactly("UPDATE \"users\" SET \"email\" = $1 WHERE \"id\" = $2 RETURNING \"id\", \"email\"");
        assertThat(database.postgres().query("select email from users order by id"))
                .extracting(row -> row.get("email"))
                .containsExactly("new@example.org", "user2@example.org");
    }

    @Test
    void anUpdateWritesNullWhereTheEntityHoldsIt() {
        database.postgres().execute("insert into employees values (1, 'a', null), (2, 'b', 1)");

        mapper.update(new Employee(2, "b", null, null, null)).block();

        assertThat(database.postgres().queryOne("select manager_id from employees where id = 2"))
                .containsEntry("manager_id", null);
    }

    @Test
    void anUpdateOfAMissingRowIsAnError() {
        assertThatThrownBy(() ->
                        mapper.update(new User(9L, "new@example.org", null)).block())
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("update")
                .hasMessageContaining("User");
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void anEntityWithoutAKeyIsNeitherUpdatedNorDeleted() {
        assertThatThrownBy(() -> mapper.update(User.of("a@example.org")).block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("User.id");
        assertThatThrownBy(() -> mapper.delete(User.of("a@example.org")).block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("User.id");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aDeleteRemovesTheRowAndTellsWhetherThereWasOne() {
        database.postgres().execute(Schema.users(3));
        User user = mapper.find(User.class, 2L).block();
        recorder.clear();

        assertThat(mapper.delete(user).block()).isTrue();
        assertThat(mapper.delete(user).block()).isFalse();

        assertThat(recorder.texts()).hasSize(2).containsOnly("DELETE FROM \"users\" WHERE \"id\" = $1");
        assertThat(database.postgres().query("select id from users order by id"))
                .extracting(row -> row.get("id"))
                .containsExactly(1L, 3L);
    }

    @Test
    void aDeleteCascadesWhereTheSchemaSaysSo() {
        database.postgres().execute(Schema.users(2));

        mapper.delete(new User(1L, "user1@example.org", null)).block();

        assertThat(database.postgres().queryLong("select count(*) from profiles"))
                .isEqualTo(1);
    }

    @Test
    void aKeyOfTwoColumnsIsWrittenAndComparedWhole() {
        Room room = mapper.insert(new Room("north", 1, "one", null)).block();
        mapper.insert(new Room("north", 2, "two", null)).block();
        mapper.insert(new Room("south", 1, "three", null)).block();

        Room renamed = mapper.update(new Room("north", 1, "renamed", null)).block();
        assertThat(mapper.delete(new Room("south", 1, "three", null)).block()).isTrue();

        assertThat(room.name()).isEqualTo("one");
        assertThat(renamed.name()).isEqualTo("renamed");
        assertThat(database.postgres().query("select name from rooms order by building, number"))
                .extracting(row -> row.get("name"))
                .containsExactly("renamed", "two");
        assertThat(recorder.texts())
                .contains(
                        "UPDATE \"rooms\" SET \"name\" = $1 WHERE \"building\" = $2 AND \"number\" = $3 RETURNING"
                                + " \"building\", \"number\", \"name\"",
                        "DELETE FROM \"rooms\" WHERE \"building\" = $1 AND \"number\" = $2");
    }

    @Test
    void aForeignKeyOfTwoColumnsIsWrittenWithTheChild() {
        mapper.insert(new Room("north", 1, "one", null)).block();

        Desk desk = mapper.insert(new Desk(1L, "north", 1, null)).block();

        assertThat(desk.room().block().name()).isEqualTo("one");
    }
}
