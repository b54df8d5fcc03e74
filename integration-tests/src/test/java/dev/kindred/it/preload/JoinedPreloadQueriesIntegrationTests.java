package dev.kindred.it.preload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.RelationNotLoadedException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.Aggregated;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import dev.kindred.reactor.spi.StatementExecution;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Joined preloads together with the other steps of a query. */
class JoinedPreloadQueriesIntegrationTests {

    private static final String BY_ID = " ORDER BY \"t0\".\"id\" ASC";

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    private EntitySelect<User> users() {
        return mapper.from(User.class).orderBy(User_.ID.asc());
    }

    @Test
    void firstAndOneJoinForTheRowTheyReturn() {
        database.postgres().execute(Schema.users(3));

        User first = users().preload(User_.PROFILE, p -> p.joined()).first().block();
        User one = users().where(User_.ID.eq(2L))
                .preload(User_.PROFILE, p -> p.joined())
                .one()
                .block();

        assertThat(Relations.stateOf(first.profile()).getOrNull().id()).isEqualTo(1);
        assertThat(Relations.stateOf(one.profile()).getOrNull().id()).isEqualTo(2);
        assertThat(recorder.executions()).map(StatementExecution::rows).containsExactly(1L, 1L);
    }

    @Test
    void countsAndTestsForRowsJoinNothing() {
        database.postgres().execute(Schema.users(3));
        EntitySelect<User> query = mapper.from(User.class).preload(User_.PROFILE, p -> p.joined());

        assertThat(query.count().block()).isEqualTo(3);
        assertThat(query.exists().block()).isTrue();
        assertThat(recorder.texts())
                .containsExactly("SELECT count(*) FROM \"users\"", "SELECT EXISTS (SELECT 1 FROM \"users\")");
    }

    @Test
    void aggregatesStandBetweenTheEntityAndWhatIsJoined() {
        manyChildren();

        List<Aggregated<User>> rows = users().preload(User_.PROFILE, p -> p.joined())
                .withCount(User_.PROFILE)
                .orderBy(User_.PROFILE.count().desc())
                .all()
                .collectList()
                .block();

        assertThat(rows)
                .map(row -> row.get(User_.PROFILE.count()) + " "
                        + row.entity()
                                .profile()
                                .map(Profile::name)
                                .blockOptional()
                                .orElse("-"))
                .containsExactly("3 a", "1 d", "0 -");
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void aLockLocksTheParentsOnly() {
        database.postgres().execute(Schema.users(1));

        List<User> users = users().preload(User_.PROFILE, p -> p.joined())
                .forUpdate()
                .skipLocked()
                .all()
                .collectList()
                .as(mapper::transactional)
                .block();

        assertThat(users).hasSize(1);
        assertThat(recorder.texts().get(1)).endsWith(BY_ID + " FOR UPDATE OF \"t0\" SKIP LOCKED");
    }

    @Test
    void whatATransactionJoinedIsServedInThatTransactionOnly() {
        database.postgres().execute(Schema.users(2));

        List<User> users = users().preload(User_.PROFILE, p -> p.joined())
                .all()
                .concatMap(user -> user.profile().thenReturn(user))
                .collectList()
                .as(mapper::transactional)
                .block();
        assertThat(recorder.count()).as("with BEGIN and COMMIT").isEqualTo(3);

        assertThat(users.get(0).profile().block().id()).isEqualTo(1);
        assertThat(recorder.count()).isEqualTo(4);
    }

    @Test
    void theModeHoldsForWhatIsJoined() {
        database.postgres().execute(Schema.users(1));

        User user = users().preload(User_.PROFILE, p -> p.joined())
                .loading(LoadMode.FORBID)
                .first()
                .block();

        assertThat(user.profile().block().id()).isEqualTo(1);
        assertThatExceptionOfType(RelationNotLoadedException.class)
                .isThrownBy(() -> user.profile().block().avatar().block())
                .withMessageContaining("Profile.avatar");
    }

    private static void manyChildren() {
        database.postgres().execute(JoinedProfiles.MANY_CHILDREN);
    }
}
