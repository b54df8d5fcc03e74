package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.MappingException;
import dev.kindred.it.entity.Country;
import dev.kindred.it.entity.Country_;
import dev.kindred.it.entity.Desk;
import dev.kindred.it.entity.Flag;
import dev.kindred.it.entity.KeySchema;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Room;
import dev.kindred.it.entity.Room_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Relations of a row that is given by key and not read, and look-ups by key with preloads. */
class RelationByKeyIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Schema.TABLES, KeySchema.TABLES)
            .resetBefore(Schema.EMPTY, KeySchema.EMPTY, Schema.users(2), """
                    insert into countries (code, name) values ('PL', 'Poland'), (null, 'nowhere');
                    insert into flags (country_code, colours) values ('PL', 'white red');
                    insert into rooms values ('A', 1, 'room');
                    insert into desks values (5, 'A', 1);
                    """);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
    }

    @Test
    void theChildIsReadByTheKeyOfItsParent() {
        assertThat(mapper.related(User.class, 2, User_.PROFILE).find().block().name())
                .isEqualTo("name 2");
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"id\", \"user_id\", \"name\", \"telephone\", \"locale\" FROM \"profiles\" WHERE"
                                + " \"user_id\" = $1 ORDER BY \"id\" ASC LIMIT $2");
        assertThat(mapper.related(User.class, 9L, User_.PROFILE).find().blockOptional())
                .isEmpty();
        assertThat(mapper.related(User.class, 1L, User_.PROFILE)
                        .query()
                        .where(Profile_.NAME.eq("name 2"))
                        .exists()
                        .block())
                .isFalse();
        assertThat(mapper.related(Room.class, List.of("A", 1L), Room_.DESK)
                        .find()
                        .block())
                .extracting(Desk::id)
                .isEqualTo(5L);
    }

    @Test
    void aRelationByAnotherKeyIsStillOneStatement() {
        assertThat(mapper.related(Country.class, 1L, Country_.FLAG)
                        .find()
                        .block()
                        .colours())
                .isEqualTo("white red");
        assertThat(mapper.related(Country.class, 2L, Country_.FLAG).find().blockOptional())
                .isEmpty();
        assertThat(mapper.related(Profile.class, 1L, Profile_.USER)
                        .find()
                        .block()
                        .id())
                .isEqualTo(1);
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void aDefaultHasTheKeyOfItsParentWhereThatIsKnown() {
        assertThat(mapper.related(User.class, 9, User_.PROFILE)
                        .getOrDefault(() -> Profile.of(null, "none"))
                        .block()
                        .userId())
                .isEqualTo(9);
        assertThatThrownBy(() -> mapper.related(Country.class, 2L, Country_.FLAG)
                        .getOrDefault(() -> new Flag(null, null, "none", null))
                        .block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Country.code");
    }

    @Test
    void aWrongKeyIsAnArgument() {
        assertThatThrownBy(() -> mapper.related(User.class, "one", User_.PROFILE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mapper.related(Room.class, "A", Room_.DESK))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLookUpByKeyPreloads() {
        User found = mapper.from(User.class).preload(User_.PROFILE).find(1).block();
        assertThat(found.profile().block().name()).isEqualTo("name 1");
        assertThat(recorder.count()).isEqualTo(2);

        recorder.clear();
        assertThat(mapper.from(User.class)
                        .preload(User_.PROFILE, profiles -> profiles.joined())
                        .get(2L)
                        .flatMap(User::profile)
                        .block()
                        .name())
                .isEqualTo("name 2");
        assertThat(recorder.count()).isEqualTo(1);
        assertThat(mapper.from(Room.class).find("A", 1).block().name()).isEqualTo("room");
        assertThat(mapper.from(User.class).find(9L).blockOptional()).isEmpty();
        assertThatThrownBy(() -> mapper.from(User.class)
                        .where(User_.EMAIL.eq("x"))
                        .get(1L)
                        .block())
                .isInstanceOf(EntityNotFoundException.class);
    }
}
