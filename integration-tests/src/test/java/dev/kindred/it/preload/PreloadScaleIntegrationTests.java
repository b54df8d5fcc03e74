package dev.kindred.it.preload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import dev.kindred.reactor.spi.StatementExecution;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PreloadScaleIntegrationTests {

    private static final String LOAD =
            "SELECT \"id\", \"user_id\", \"name\", \"telephone\", \"locale\" FROM \"profiles\" WHERE"
                    + " \"user_id\" = ANY($1) ORDER BY \"id\" ASC";

    private static final String LOAD_MANY = LOAD.replace("= ANY($1)", "IN (SELECT unnest($1))");

    /** An analysis during an insert counts no row. The plan is then a scan that compares each row with each key. */
    private static final String NO_AUTOVACUUM = """
            alter table users set (autovacuum_enabled = off);
            alter table profiles set (autovacuum_enabled = off);
            """;

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES + NO_AUTOVACUUM).resetBefore(Schema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void lazyHandlesLoadInChunksOfAThousandSiblings() {
        add(2500);

        List<Profile> profiles = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .all()
                .concatMap(User::profile)
                .collectList()
                .block();

        assertThat(profiles).map(Profile::userId).hasSize(2500).doesNotHaveDuplicates();
        assertThat(recorder.executions().stream().skip(1))
                .extracting(StatementExecution::sql, StatementExecution::parameters, StatementExecution::rows)
                .containsExactly(tuple(LOAD, 1, 1000L), tuple(LOAD, 1, 1000L), tuple(LOAD, 1, 500L));
    }

    @Test
    void chunksSubscribedAtTheSameTimeAreLoadedOnceEach() {
        add(2500);

        long loaded = mapper.from(User.class)
                .all()
                .flatMap(User::profile, 2500)
                .count()
                .block();

        assertThat(loaded).isEqualTo(2500);
        assertThat(recorder.count()).isEqualTo(1 + 3);
    }

    @Test
    void theSizeOfAChunkIsAMatterOfTheMapper() {
        add(10);
        mapper = ReactiveMapper.builder(database.pool())
                .siblingBatchSize(4)
                .listener(recorder)
                .build();

        assertThat(mapper.from(User.class).all().flatMap(User::profile).count().block())
                .isEqualTo(10);
        assertThat(recorder.count()).isEqualTo(1 + 3);
    }

    @Test
    void aHundredThousandParentsArePreloadedWithTwoStatements() {
        add(100_000);
        database.postgres().execute("delete from profiles where id % 1000 = 0");

        List<User> users = mapper.from(User.class)
                .preload(User_.PROFILE)
                .all()
                .collectList()
                .block();

        assertThat(recorder.executions())
                .extracting(StatementExecution::sql, StatementExecution::parameters, StatementExecution::rows)
                .containsExactly(
                        tuple("SELECT \"id\", \"email\" FROM \"users\"", 0, 100_000L), tuple(LOAD_MANY, 1, 99_900L));
        assertThat(users.stream().filter(PreloadScaleIntegrationTests::isRight).count())
                .isEqualTo(100_000);
    }

    @Test
    void aPreloadOfManyKeysEndsInTimeWithOldStatisticsAndAGenericPlan() {
        add(1);
        database.postgres()
                .execute("insert into profiles (user_id, name) select 1, 'more' from generate_series(1, 100000)");
        database.postgres().execute("analyze profiles");
        database.postgres().execute(Schema.EMPTY);
        add(100_000);

        // The server's limit of 30 s ends a scan that compares each of the rows with each of the keys.
        long loaded = mapper.transactional(mapper.sql(
                                "select set_config('plan_cache_mode', 'force_generic_plan', true)")
                        .execute()
                        .then(mapper.from(User.class)
                                .preload(User_.PROFILE)
                                .all()
                                .filter(user ->
                                        Relations.stateOf(user.profile()).getOrNull() != null)
                                .count()))
                .block();

        assertThat(loaded).isEqualTo(100_000);
    }

    @Test
    void aHundredThousandChildrenOfOneOwnerBindItsKeyOnce() {
        add(1);
        database.postgres()
                .execute("insert into profiles (user_id, name) select 1, 'more' from generate_series(2, 100000)");

        List<Profile> profiles = mapper.from(Profile.class)
                .preload(Profile_.USER)
                .all()
                .collectList()
                .block();

        Set<User> owners = Collections.newSetFromMap(new IdentityHashMap<>());
        profiles.forEach(profile -> owners.add(Relations.stateOf(profile.user()).getOrNull()));
        assertThat(profiles).hasSize(100_000);
        assertThat(owners).hasSize(1).doesNotContainNull();
        assertThat(recorder.executions()).map(StatementExecution::rows).containsExactly(100_000L, 1L);
    }

    private static boolean isRight(User user) {
        Profile profile = Relations.stateOf(user.profile()).getOrNull();
        return Relations.stateOf(user.profile()).isLoaded()
                && (user.id() % 1000 == 0
                        ? profile == null
                        : profile != null && profile.userId().equals(user.id()));
    }

    private static void add(int users) {
        database.postgres().execute("""
                insert into users (email) select 'user' || g from generate_series(1, %1$d) g;
                insert into profiles (user_id, name) select g, 'name ' || g from generate_series(1, %1$d) g;
                """.formatted(users));
    }
}
