package dev.kindred.it.preload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import dev.kindred.test.StatementRecorder;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Relations of queries that do not select their keys. */
class KeysNotSelectedIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(2));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool())
                .operationListener(recorder)
                .build();
    }

    @Test
    void aPreloadWithoutTheLocalKeyIsAnErrorBeforeAnyStatement() {
        assertThatThrownBy(() -> mapper.from(User.class)
                        .select(User_.EMAIL)
                        .preload(User_.PROFILE)
                        .all()
                        .blockLast())
                .isInstanceOf(RelationKeyMissingException.class)
                .hasMessageContaining("User.profile")
                .hasMessageContaining("User.id")
                .hasMessageContaining("select(..)");
        assertThat(recorder).executedNothing();
    }

    @Test
    void aNestedPreloadWithoutTheLocalKeyIsAnErrorBeforeAnyStatement() {
        assertThatThrownBy(() -> mapper.from(User.class)
                        .preload(
                                User_.PROFILE,
                                profile -> profile.select(Profile_.NAME).preload(Profile_.AVATAR))
                        .all()
                        .blockLast())
                .isInstanceOf(RelationKeyMissingException.class)
                .hasMessageContaining("Profile.avatar")
                .hasMessageContaining("Profile.id");
        assertThat(recorder).executedNothing();
    }

    @Test
    void aHandleWithoutTheLocalKeyIsAnErrorWithoutAStatement() {
        User user = mapper.from(User.class)
                .select(User_.EMAIL)
                .where(User_.ID.eq(1L))
                .one()
                .block();
        recorder.clear();

        assertThat(user).satisfies(read -> {
            assertThat(read.id()).isNull();
            assertThat(read.email()).isEqualTo("user1@example.org");
        });
        assertThat(Relations.stateOf(user.profile())).isInstanceOf(RelationState.NotLoaded.class);
        assertThatThrownBy(() -> user.profile().block())
                .isInstanceOf(RelationKeyMissingException.class)
                .hasMessageContaining("User.profile")
                .hasMessageContaining("User.id");
        assertThatThrownBy(() -> mapper.preload(List.of(user), User_.PROFILE).blockLast())
                .isInstanceOf(RelationKeyMissingException.class);
        assertThat(recorder).executedNothing();
    }

    @Test
    void theRelationOfAnEntityReadWithoutTheLocalKeyIsAnErrorAndNotEmpty() {
        User user = mapper.from(User.class)
                .select(User_.EMAIL)
                .where(User_.ID.eq(1L))
                .one()
                .block();

        assertThatThrownBy(() -> mapper.related(user, User_.PROFILE).find().block())
                .isInstanceOf(RelationKeyMissingException.class)
                .hasMessageContaining("User.profile");
    }

    @Test
    void oneHandleMayLackItsKeyWhileAnotherHasIt() {
        Profile profile = mapper.from(Profile.class)
                .select(Profile_.USER_ID)
                .where(Profile_.ID.eq(1L))
                .preload(Profile_.USER)
                .one()
                .block();

        assertThat(profile.user().block().id()).isEqualTo(1);
        assertThatThrownBy(() -> profile.avatar().block())
                .isInstanceOf(RelationKeyMissingException.class)
                .hasMessageContaining("Profile.avatar");
    }
}
