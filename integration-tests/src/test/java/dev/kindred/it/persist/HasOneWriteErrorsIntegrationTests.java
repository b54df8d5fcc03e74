package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.MapperException;
import dev.kindred.error.MappingException;
import dev.kindred.error.NotNullViolationException;
import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.entity.Country;
import dev.kindred.it.entity.Country_;
import dev.kindred.it.entity.Flag_;
import dev.kindred.it.entity.KeySchema;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Room;
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
import reactor.core.publisher.Mono;

/** Writes through a relation that fail. */
class HasOneWriteErrorsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, KeySchema.TABLES, "create unique index profiles_user on profiles (user_id)")
            .resetBefore(Schema.EMPTY, KeySchema.EMPTY, Schema.users(3));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private User childless;
    private User user;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
        childless = mapper.insert(User.of("childless")).block();
        user = mapper.get(User.class, 1L).block();
        recorder.clear();
    }

    private long profiles() {
        return database.postgres().queryLong("select count(*) from profiles");
    }

    private long users() {
        return database.postgres().queryLong("select count(*) from users");
    }

    @Test
    void saveOfAStoredChildWhoseRowIsGoneIsAnError() {
        assertThatThrownBy(() -> mapper.related(childless, User_.PROFILE)
                        .save(new Profile(99L, null, "gone", null, "en", null, null))
                        .block())
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("Profile");
        assertThat(profiles()).isEqualTo(3);
    }

    @Test
    void whenTheInsertOfTheChildFailsTheParentIsNotThereEither() {
        assertThatThrownBy(() -> mapper.related(User.of("new"), User_.PROFILE)
                        .create(Profile_.NAME.set(null))
                        .block())
                .isInstanceOf(NotNullViolationException.class);
        assertThatThrownBy(() -> mapper.related(User.of("new"), User_.PROFILE)
                        .save(new Profile(99L, null, "gone", null, "en", null, null))
                        .block())
                .isInstanceOf(EntityNotFoundException.class);

        assertThat(users()).isEqualTo(4);
        assertThat(profiles()).isEqualTo(3);
    }

    @Test
    void afterAFailureThatWasHandledTheCallerCanGoOnAndCommit() {
        User saved = mapper.related(user, User_.PROFILE)
                .create(Profile_.NAME.set("second"))
                .onErrorResume(UniqueViolationException.class, violation -> Mono.empty())
                .then(mapper.insert(User.of("after")))
                .as(mapper::transactional)
                .block();

        assertThat(saved.id()).isNotNull();
        assertThat(users()).isEqualTo(5);
        assertThat(profiles()).isEqualTo(3);
    }

    @Test
    void aStoredParentWithoutItsKeyIsAnErrorThatNamesTheKey() {
        Country country =
                mapper.insert(new Country(null, null, "Nowhere", null)).block();
        recorder.clear();

        for (Mono<?> write : List.of(
                mapper.related(country, Country_.FLAG).create(Flag_.COLOURS.set("none")),
                mapper.related(country, Country_.FLAG).firstOrCreate(Flag_.COLOURS.set("none")),
                mapper.related(country, Country_.FLAG).createOrFirst(Flag_.COLOURS.set("none")),
                mapper.related(country, Country_.FLAG).updateOrCreate(Flag_.COLOURS.set("none")))) {
            assertThatThrownBy(write::block)
                    .isInstanceOf(RelationKeyMissingException.class)
                    .hasMessageContaining("Country.flag")
                    .hasMessageContaining("Country.code");
        }
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aSecondChildIsAnErrorThatNamesTheRelation() {
        assertThatThrownBy(() -> mapper.related(user, User_.PROFILE)
                        .create(Profile_.NAME.set("second"))
                        .block())
                .isInstanceOfSatisfying(UniqueViolationException.class, violation -> {
                    assertThat(violation.getMessage()).startsWith("User 1 already has a profile (User.profile).");
                    assertThat(violation.relation()).isEqualTo("User.profile");
                    assertThat(violation.columns()).containsExactly("user_id");
                    assertThat(violation.constraint()).isEqualTo("profiles_user");
                    assertThat(violation.table()).isEqualTo("profiles");
                });
        assertThatThrownBy(() -> mapper.insert(Profile.of(2L, "second")).block())
                .isInstanceOf(UniqueViolationException.class)
                .hasMessageStartingWith("User 2 already has a profile (User.profile).");
    }

    @Test
    void whatIsNotTheUsersToWriteCannotBeAssigned() {
        assertThatThrownBy(() -> mapper.related(childless, User_.PROFILE)
                        .create(Profile_.NAME.set("a"), Profile_.NAME.set("b"))
                        .block())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Profile.name");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void everyErrorIsOneOfTheMapper() {
        assertThatThrownBy(() -> mapper.related(new User(999L, "nobody", null), User_.PROFILE)
                        .create(Profile_.NAME.set("a"))
                        .block())
                .isInstanceOf(MapperException.class)
                .hasMessageStartingWith("No User exists with the key that Profile.user references.");
        assertThatThrownBy(() -> mapper.save(new Room("A", 1, "r", null)).block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("insert, update or upsert");
    }
}
