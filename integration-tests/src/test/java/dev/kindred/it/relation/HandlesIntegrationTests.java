package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.it.entity.Employee;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

class HandlesIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(2));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void entitiesWithEqualMembersAndKeysAreEqualWhateverTheirHandlesKnow() {
        User one = mapper.find(User.class, 1L).block();
        User same = mapper.find(User.class, 1L).block();
        one.profile().block();

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one.profile()).isEqualTo(same.profile()).hasSameHashCodeAs(same.profile());
    }

    @Test
    void handlesOfOtherKeysOrRelationsAreDifferent() {
        database.postgres().execute("insert into employees values (1, 'own manager', 1)");
        User one = mapper.find(User.class, 1L).block();
        User two = mapper.find(User.class, 2L).block();
        Employee employee = mapper.find(Employee.class, 1).block();

        assertThat(one.profile()).isNotEqualTo(two.profile());
        assertThat(employee.manager()).isNotEqualTo(employee.report());
    }

    @Test
    void theTextOfAHandleShowsItsStateWithoutAStatement() {
        database.postgres().execute("delete from profiles where id = 2");
        List<User> users = users();
        recorder.clear();

        assertThat(users.get(0).profile()).hasToString("User.profile[NotLoaded]");
        assertThat(users.get(0).toString()).contains("User.profile[NotLoaded]");
        assertThat(recorder.count()).isZero();

        users.get(0).profile().block();
        assertThat(users.get(0).profile()).hasToString("User.profile[Loaded]");
        assertThat(users.get(1).profile()).hasToString("User.profile[Empty]");
    }

    @Test
    void theTextOfEntitiesThatReferToEachOtherEnds() {
        User user = mapper.find(User.class, 1L).block();
        Profile profile = user.profile().block();
        profile.user().flatMap(User::profile).block();

        assertThat(profile.toString()).contains("Profile.user[Loaded]", "Profile.avatar[NotLoaded]");
    }

    @Test
    void theStateTellsNotLoadedAndEmptyAndLoadedApartWithoutAStatement() {
        database.postgres().execute("delete from profiles where id = 2");
        List<User> users = users();
        recorder.clear();

        assertThat(users).allSatisfy(user -> {
            assertThat(Relations.stateOf(user.profile())).isInstanceOf(RelationState.NotLoaded.class);
            assertThat(Relations.stateOf(user.profile()).isLoaded()).isFalse();
            assertThat(Relations.stateOf(user.profile()).getOrNull()).isNull();
        });
        assertThat(recorder.count()).isZero();

        Profile profile = users.get(0).profile().block();

        assertThat(Relations.stateOf(users.get(0).profile())).isEqualTo(new RelationState.Loaded<>(profile));
        assertThat(Relations.stateOf(users.get(0).profile()).getOrNull()).isSameAs(profile);
        assertThat(Relations.stateOf(users.get(1).profile())).isEqualTo(new RelationState.Empty<>());
        assertThat(Relations.stateOf(users.get(1).profile()).isLoaded()).isTrue();
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void aNullHandleIsNotLoaded() {
        assertThat(Relations.stateOf(User.of("new@example.org").profile()))
                .isEqualTo(new RelationState.NotLoaded<Profile>());
    }

    @Test
    void aHandleWithoutARowIsKnownToBeEmpty() {
        database.postgres().execute("update profiles set user_id = null where id = 1");

        assertThat(Relations.stateOf(mapper.find(Profile.class, 1L).block().user()))
                .isEqualTo(new RelationState.Empty<User>());
    }

    @Test
    void aMonoThatIsNoHandleHasNoState() {
        User user = mapper.find(User.class, 1L).block();
        Mono<Profile> changed = user.profile().filter(profile -> true);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Relations.stateOf(changed))
                .withMessageContaining("without operators");
    }

    @Test
    void whatIsWrittenWithoutAHandleComesBackWithALiveOne() {
        User inserted = mapper.insert(User.of("new@example.org")).block();
        database.postgres().execute("insert into profiles (user_id, name) values (3, 'name 3')");

        assertThat(inserted.profile().block().name()).isEqualTo("name 3");

        User updated = mapper.update(new User(3L, "newer@example.org", null)).block();
        assertThat(updated.email()).isEqualTo("newer@example.org");
        assertThat(updated.profile().block().name()).isEqualTo("name 3");
    }

    @Test
    void whatIsGivenToAWriteIsNotChanged() {
        User given = User.of("new@example.org");

        User inserted = mapper.insert(given).block();

        assertThat(given).isEqualTo(new User(null, "new@example.org", null));
        assertThat(inserted.id()).isEqualTo(3);
    }

    @Test
    void anEntityBuiltWithoutAHandleFindsItsRowsByItsKey() {
        User built = new User(2L, "user2@example.org", null);

        assertThat(mapper.related(built, User_.PROFILE).find().block().name()).isEqualTo("name 2");
    }

    @Test
    void aHandleWorksAfterTheTransactionThatReadItsEntityHasEnded() {
        User user = mapper.find(User.class, 2L).as(mapper::transactional).block();
        recorder.clear();

        assertThat(user.profile().block().name()).isEqualTo("name 2");
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void aHandleWorksAfterTheTransactionThatInsertedItsEntityHasEnded() {
        User user = mapper.insert(User.of("new@example.org"))
                .as(mapper::transactional)
                .block();

        assertThat(user.profile().blockOptional()).isEmpty();
    }

    @Test
    void aHandleWorksInATransactionThatBeganLater() {
        User user = mapper.find(User.class, 2L).block();
        recorder.clear();

        assertThat(user.profile().as(mapper::transactional).block().name()).isEqualTo("name 2");
        assertThat(recorder.texts()).hasSize(3).startsWith("BEGIN").endsWith("COMMIT");
    }

    private List<User> users() {
        return mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();
    }
}
