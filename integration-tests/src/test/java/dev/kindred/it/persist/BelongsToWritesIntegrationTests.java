package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.ForeignKeyViolationException;
import dev.kindred.error.MappingException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

class BelongsToWritesIntegrationTests {

    private static final String RETURNING = " RETURNING \"id\", \"user_id\", \"name\", \"telephone\", \"locale\"";

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Schema.TABLES, Passport.TABLE)
            .resetBefore(Schema.EMPTY, "truncate passports restart identity", Schema.users(3));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private Profile profile;
    private User other;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
        profile = mapper.get(Profile.class, 1L).block();
        other = mapper.insert(User.of("other")).block();
        recorder.clear();
    }

    @Test
    void associateWritesTheForeignKeyAndReturnsTheEntity() {
        Profile moved = mapper.related(profile, Profile_.USER).associate(other).block();

        assertThat(moved.userId()).isEqualTo(other.id());
        assertThat(moved.name()).isEqualTo("name 1");
        assertThat(profile.userId()).isEqualTo(1);
        assertThat(moved.user().block().email()).isEqualTo("other");
        assertThat(recorder.texts().get(0))
                .isEqualTo("UPDATE \"profiles\" SET \"user_id\" = $1 WHERE \"id\" = $2" + RETURNING);
    }

    @Test
    void dissociateWritesNull() {
        Profile orphan = mapper.related(profile, Profile_.USER).dissociate().block();

        assertThat(orphan.userId()).isNull();
        assertThat(orphan.user().blockOptional()).isEmpty();
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void aForeignKeyThatTakesNoNullCannotBeDissociated() {
        Passport passport =
                mapper.insert(new Passport(null, other.id(), "X", null)).block();
        recorder.clear();

        assertThatThrownBy(() ->
                        mapper.related(passport, Passport_.HOLDER).dissociate().block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Passport.holderId");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void anUnsavedOwnerIsInsertedFirst() {
        Profile moved =
                mapper.related(profile, Profile_.USER).associate(User.of("new")).block();

        assertThat(moved.userId()).isEqualTo(5);
        assertThat(recorder.texts()).hasSize(4).startsWith("BEGIN").endsWith("COMMIT");
        assertThat(moved.user().block().email()).isEqualTo("new");
        assertThat(recorder.count()).isEqualTo(4);
    }

    @Test
    void anUnsavedOwnerAndAnUnsavedEntityAreOneStatement() {
        Profile stored = mapper.related(Profile.of(null, "fresh"), Profile_.USER)
                .associate(User.of("new"))
                .block();

        assertThat(stored.id()).isEqualTo(4);
        assertThat(stored.userId()).isEqualTo(5);
        assertThat(stored.user().block().profile().block()).isSameAs(stored);
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void anUnsavedEntityIsInsertedWithItsOwner() {
        Profile stored = mapper.related(Profile.of(null, "fresh"), Profile_.USER)
                .associate(other)
                .block();

        assertThat(stored.id()).isEqualTo(4);
        assertThat(stored.userId()).isEqualTo(other.id());
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void createStoresTheOwnerAndPointsAtIt() {
        User owner = mapper.related(profile, Profile_.USER)
                .create(User_.EMAIL.set("created"))
                .block();

        assertThat(owner.id()).isEqualTo(5);
        assertThat(mapper.get(Profile.class, 1L).block().userId()).isEqualTo(5);
        assertThat(recorder.texts().subList(0, 4)).startsWith("BEGIN").endsWith("COMMIT");
    }

    @Test
    void theCreatedOwnerIsLinkedToTheEntityWithItsNewForeignKey() {
        User owner = mapper.related(profile, Profile_.USER)
                .create(User_.EMAIL.set("created"))
                .block();
        recorder.clear();

        Profile moved = owner.profile().block();

        assertThat(moved.id()).isEqualTo(profile.id());
        assertThat(moved.userId()).isEqualTo(owner.id());
        assertThat(moved.user().block()).isSameAs(owner);
        assertThat(recorder.count()).isZero();
    }

    @Test
    void theCreatedOwnerIsLinkedInATransactionAndToAnUnsavedEntity() {
        Profile moved = mapper.transactional(mapper.related(Profile.of(null, "fresh"), Profile_.USER)
                        .create(User_.EMAIL.set("created"))
                        .doOnNext(created -> recorder.clear())
                        .flatMap(User::profile)
                        .doOnNext(linked -> assertThat(recorder.count()).isZero()))
                .block();

        assertThat(moved.id()).isEqualTo(4);
        assertThat(moved.userId()).isEqualTo(5);
    }

    @Test
    void whenTheUpdateFailsTheOwnerIsNotThereEither() {
        Profile gone = new Profile(99L, null, "gone", null, "en", null, null);

        assertThatThrownBy(() -> mapper.related(gone, Profile_.USER)
                        .associate(User.of("new"))
                        .block())
                .isInstanceOf(EntityNotFoundException.class);
        assertThat(database.postgres().queryLong("select count(*) from users")).isEqualTo(4);
    }

    @Test
    void aFailureInATransactionCanBeHandled() {
        mapper.related(profile, Profile_.USER)
                .associate(new User(999L, "nobody", null))
                .onErrorResume(ForeignKeyViolationException.class, violation -> {
                    assertThat(violation.relation()).isEqualTo("Profile.user");
                    return Mono.empty();
                })
                .then(mapper.insert(User.of("after")))
                .as(mapper::transactional)
                .block();

        assertThat(database.postgres().queryLong("select count(*) from users where email = 'after'"))
                .isEqualTo(1);
    }
}
