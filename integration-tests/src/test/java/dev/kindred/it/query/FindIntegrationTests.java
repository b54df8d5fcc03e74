package dev.kindred.it.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.EntityNotFoundException;
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

class FindIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Schema.TABLES, KeySchema.TABLES)
            .resetBefore(Schema.EMPTY, KeySchema.EMPTY, Schema.users(3));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void anEntityIsFoundByItsKey() {
        assertThat(mapper.find(User.class, 2L).block().email()).isEqualTo("user2@example.org");
        assertThat(mapper.get(User.class, 3L).block().email()).isEqualTo("user3@example.org");
        assertThat(recorder.texts())
                .hasSize(2)
                .containsOnly("SELECT \"id\", \"email\" FROM \"users\" WHERE \"id\" = $1");
    }

    @Test
    void anIntegerOfAnyWidthDoesForAnIntegerKey() {
        database.postgres().execute("insert into employees values (7, 'seven', null)");

        assertThat(mapper.find(User.class, 2).block().id()).isEqualTo(2);
        assertThat(mapper.find(User.class, (short) 2).block().id()).isEqualTo(2);
        assertThat(mapper.find(Employee.class, 7L).block().name()).isEqualTo("seven");
    }

    @Test
    void whereThereIsNoRowFindIsEmptyAndGetAnError() {
        assertThat(mapper.find(User.class, 99L).blockOptional()).isEmpty();
        assertThatThrownBy(() -> mapper.get(User.class, 99L).block())
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("User")
                .hasMessageContaining("users");
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void aKeyOfTwoColumnsIsFoundByItsParts() {
        database.postgres()
                .execute("insert into rooms values ('north', 1, 'one'), ('north', 2, 'two'), ('south', 1, 'three')");

        assertThat(mapper.find(Room.class, "north", 2).block().name()).isEqualTo("two");
        assertThat(mapper.find(Room.class, "south", 1L).block().name()).isEqualTo("three");
        assertThat(mapper.find(Room.class, "south", 2).blockOptional()).isEmpty();
        assertThat(recorder.texts().get(0))
                .isEqualTo("SELECT \"building\", \"number\", \"name\" FROM \"rooms\" WHERE \"building\" = $1 AND"
                        + " \"number\" = $2");
    }

    @Test
    void aUuidIsFound() {
        UUID key = UUID.fromString("00000000-0000-0000-0000-00000000002a");
        database.postgres().execute("insert into documents values ('" + key + "', 'answer')");

        assertThat(mapper.find(Document.class, key).block().title()).isEqualTo("answer");
    }

    @Test
    void aKeyThatDoesNotFitIsAnErrorBeforeAnyStatement() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.find(User.class, "two").block())
                .withMessageContaining("User.id")
                .withMessageContaining("String");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.find(Employee.class, 1L << 40).block())
                .withMessageContaining("Employee.id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.find(Room.class, "north").block())
                .withMessageContaining("2 part(s)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper.find(User.class, 1L, 2L).block())
                .withMessageContaining("1 part(s)");
        assertThat(recorder.count()).isZero();
    }
}
