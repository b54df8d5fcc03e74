package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.RelationNotLoadedException;
import dev.kindred.it.entity.Avatar;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ModesIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(3));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void singleModeLoadsTheRowOfTheSubscribedEntityOnly() {
        List<User> users = read(users().loading(LoadMode.SINGLE));
        recorder.clear();

        assertThat(users.get(1).profile().block().name()).isEqualTo("name 2");
        assertThat(recorder.executions())
                .singleElement()
                .satisfies(execution -> assertThat(execution.rows()).isEqualTo(1));
        assertThat(users.get(2).profile().block().name()).isEqualTo("name 3");
        assertThat(users.get(2).profile().block().name()).isEqualTo("name 3");
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void singleModeIsInheritedByWhatAHandleLoads() {
        List<Profile> profiles = read(users().loading(LoadMode.SINGLE)).stream()
                .map(user -> user.profile().block())
                .toList();
        recorder.clear();

        assertThat(profiles).map(profile -> profile.avatar().block().id()).containsExactly(1L, 2L, 3L);
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void singleModeLeavesAPreloadAtOneStatement() {
        List<User> users = read(users().loading(LoadMode.SINGLE).preload(User_.PROFILE));

        assertThat(users).map(user -> user.profile().block().name()).containsExactly("name 1", "name 2", "name 3");
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void forbidModeMakesASubscriptionToAnUnloadedHandleAnErrorThatNamesThePreload() {
        List<User> users = read(users().loading(LoadMode.FORBID));
        recorder.clear();

        assertThatThrownBy(() -> users.get(0).profile().block())
                .isInstanceOf(RelationNotLoadedException.class)
                .hasMessageContaining("User.profile")
                .hasMessageContaining("preload(User_.PROFILE)");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void forbidModeLeavesPreloadedHandlesWorking() {
        database.postgres().execute("delete from profiles where id = 2");
        List<User> users = read(users().loading(LoadMode.FORBID).preload(User_.PROFILE));
        recorder.clear();

        assertThat(users.get(0).profile().block().name()).isEqualTo("name 1");
        assertThat(users.get(1).profile().blockOptional()).isEmpty();
        assertThat(recorder.count()).isZero();
    }

    @Test
    void forbidModeLeavesHandlesOfANullKeyWorking() {
        database.postgres().execute("update profiles set user_id = null where id = 1");
        Profile orphan = mapper.from(Profile.class)
                .loading(LoadMode.FORBID)
                .where(Profile_.USER_ID.isNull())
                .one()
                .block();

        assertThat(orphan.user().blockOptional()).isEmpty();
    }

    @Test
    void forbidModeIsInheritedByPreloadedChildren() {
        List<User> users = read(users().loading(LoadMode.FORBID).preload(User_.PROFILE));

        assertThatThrownBy(() -> users.get(0).profile().flatMap(Profile::avatar).block())
                .isInstanceOf(RelationNotLoadedException.class)
                .hasMessageContaining("preload(Profile_.AVATAR)");
    }

    @Test
    void forbidModeIsInheritedThroughNestedPreloads() {
        List<User> users = read(
                users().loading(LoadMode.FORBID).preload(User_.PROFILE, profile -> profile.preload(Profile_.AVATAR)));

        Avatar avatar = users.get(0).profile().flatMap(Profile::avatar).block();
        assertThat(avatar.id()).isEqualTo(1);
        assertThatThrownBy(() -> avatar.profile().block())
                .isInstanceOf(RelationNotLoadedException.class)
                .hasMessageContaining("preload(Avatar_.PROFILE)");
    }

    @Test
    void aPreloadMayHaveAModeOfItsOwn() {
        List<User> users = read(
                users().loading(LoadMode.FORBID).preload(User_.PROFILE, profile -> profile.loading(LoadMode.BATCH)));
        recorder.clear();

        assertThat(users)
                .map(user -> user.profile().flatMap(Profile::avatar).block().id())
                .containsExactly(1L, 2L, 3L);
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void whatIsForbiddenToLoadLaterMayBePreloadedForEntitiesAtHand() {
        List<User> users = read(users().loading(LoadMode.FORBID));

        mapper.preload(users, User_.PROFILE).blockLast();

        assertThat(users).map(user -> user.profile().block().name()).containsExactly("name 1", "name 2", "name 3");
        assertThat(mapper.related(users.get(0), User_.PROFILE).find().block().name())
                .isEqualTo("name 1");
    }

    private EntitySelect<User> users() {
        return mapper.from(User.class).orderBy(User_.ID.asc());
    }

    private static List<User> read(EntitySelect<User> query) {
        return query.all().collectList().block();
    }
}
