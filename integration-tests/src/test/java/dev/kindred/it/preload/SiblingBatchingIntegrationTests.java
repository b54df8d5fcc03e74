package dev.kindred.it.preload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Profile;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiblingBatchingIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 999, 1000})
    void lazyHandlesOfAllSiblingsLoadWithOneStatement(int n) {
        database.postgres().execute(Schema.users(n));

        List<Profile> profiles = mapper.from(User.class)
                .all()
                .flatMap(User::profile)
                .collectList()
                .block();

        assertThat(profiles).hasSize(n);
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void preloadIsOneMoreStatement() {
        database.postgres().execute(Schema.users(1500));

        List<User> users = mapper.from(User.class)
                .preload(User_.PROFILE)
                .orderBy(User_.ID.asc())
                .all()
                .collectList()
                .block();

        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"id\", \"email\" FROM \"users\" ORDER BY \"id\" ASC",
                        "SELECT \"id\", \"user_id\", \"name\", \"telephone\", \"locale\" FROM \"profiles\" WHERE"
                                + " \"user_id\" = ANY($1) ORDER BY \"id\" ASC");
        assertThat(users)
                .hasSize(1500)
                .allSatisfy(user -> assertThat(user.profile().block().userId()).isEqualTo(user.id()));
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void readsOneValueThroughARelationWithTwoStatements() {
        database.postgres().execute(Schema.users(300));

        String telephone = mapper.find(User.class, 212L)
                .flatMap(User::profile)
                .map(Profile::telephone)
                .block();

        assertThat(telephone).isEqualTo("555-212");
        assertThat(recorder.count()).isEqualTo(2);
    }
}
