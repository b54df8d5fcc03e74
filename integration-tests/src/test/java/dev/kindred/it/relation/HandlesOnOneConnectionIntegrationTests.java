package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Avatar;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.ReactiveMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No read holds a connection while it waits for another, so a pool of one is enough. */
class HandlesOnOneConnectionIntegrationTests {

    private static final int USERS = 300;

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(USERS));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
    }

    @Test
    void handlesAreFollowedInsideTheReadOfTheirEntities() {
        long avatars = mapper.from(User.class)
                .all()
                .flatMap(User::profile)
                .flatMap(Profile::avatar)
                .flatMap(Avatar::profile)
                .count()
                .block();

        assertThat(avatars).isEqualTo(USERS);
        // the inverse relation from avatar to profile is loaded
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void queriesRunInsideTheReadOfTheirEntities() {
        long found = mapper.from(User.class)
                .preload(User_.PROFILE, profile -> profile.preload(Profile_.AVATAR))
                .all()
                .concatMap(user -> mapper.related(user, User_.PROFILE).find())
                .count()
                .block();

        assertThat(found).isEqualTo(USERS);
        assertThat(recorder.count()).isEqualTo(3 + USERS);
    }

    @Test
    void queriesSubscribedTogetherTakeTurns() {
        long found = mapper.from(User.class)
                .all()
                .flatMap(user -> mapper.related(user, User_.PROFILE).find())
                .count()
                .block();

        assertThat(found).isEqualTo(USERS);
    }

    @Test
    void handlesOfSingleModeSubscribedTogetherTakeTurns() {
        long found = mapper.from(User.class)
                .loading(LoadMode.SINGLE)
                .all()
                .flatMap(User::profile)
                .count()
                .block();

        assertThat(found).isEqualTo(USERS);
    }

    @Test
    void oneTransactionHoldsAllThatIsSubscribedInIt() {
        long found = mapper.from(User.class)
                .all()
                .flatMap(user -> mapper.related(user, User_.PROFILE).find().flatMap(Profile::avatar))
                .count()
                .as(mapper::transactional)
                .block();

        assertThat(found).isEqualTo(USERS);
    }
}
