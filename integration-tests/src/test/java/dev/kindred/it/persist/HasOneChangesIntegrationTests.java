package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.NotNullViolationException;
import dev.kindred.error.OrphanedRowsException;
import dev.kindred.it.entity.Country;
import dev.kindred.it.entity.Country_;
import dev.kindred.it.entity.Flag_;
import dev.kindred.it.entity.KeySchema;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.internal.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class HasOneChangesIntegrationTests {

    private static final String RETURNING = " RETURNING \"id\", \"user_id\", \"name\", \"telephone\", \"locale\"";
    private static final String THE_ROW = "(\"id\") IN (SELECT \"id\" FROM \"profiles\" WHERE \"user_id\" = $%d"
            + " ORDER BY \"id\" ASC LIMIT $%d) AND \"user_id\" = $%d";

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

    private Map<String, Object> profileOf(long user) {
        return database.postgres().queryOne("select * from profiles where user_id = " + user);
    }

    @Test
    void withoutAKeyUpdateDeleteAndDissociateChangeNothingAndSendNothing() {
        Country country = new Country(1L, null, "Nowhere", null);
        database.postgres().execute("insert into flags (country_code, colours) values (null, 'white')");

        assertThat(mapper.related(country, Country_.FLAG)
                        .update(Flag_.COLOURS.set("none"))
                        .blockOptional())
                .isEmpty();
        assertThat(mapper.related(country, Country_.FLAG).delete().block()).isFalse();
        assertThat(mapper.related(country, Country_.FLAG).dissociate().blockOptional())
                .isEmpty();
        assertThat(mapper.related(User.of("x"), User_.PROFILE).delete().block()).isFalse();
        assertThat(recorder.count()).isZero();
        assertThat(database.postgres().queryLong("select count(*) from flags where colours = 'white'"))
                .isEqualTo(1);
    }

    @Test
    void dissociateLetsTheChildPointAtNothing() {
        Profile orphan = mapper.related(user, User_.PROFILE).dissociate().block();

        assertThat(orphan.userId()).isNull();
        assertThat(orphan.id()).isEqualTo(1);
        assertThat(recorder.texts())
                .containsExactly(
                        "UPDATE \"profiles\" SET \"user_id\" = $1 WHERE " + THE_ROW.formatted(2, 3, 4) + RETURNING);
        assertThat(mapper.related(user, User_.PROFILE).dissociate().blockOptional())
                .isEmpty();
    }

    @Test
    void replaceDeletesTheOldRowAndStoresTheNewOneInOneTransaction() {
        Profile replaced = mapper.related(user, User_.PROFILE)
                .replace(Profile.of(null, "new"))
                .block();

        assertThat(replaced.id()).isEqualTo(4);
        assertThat(replaced.userId()).isEqualTo(1);
        assertThat(profiles()).isEqualTo(3);
        assertThat(recorder.texts())
                .containsExactly(
                        "BEGIN",
                        "SELECT 1 FROM \"users\" WHERE \"id\" = $1 FOR NO KEY UPDATE",
                        "DELETE FROM \"profiles\" WHERE \"user_id\" = $1",
                        "INSERT INTO \"profiles\" (\"user_id\", \"name\", \"telephone\", \"locale\") VALUES ($1,"
                                + " $2, $3, $4)" + RETURNING,
                        "COMMIT");
    }

    /** The rival inserts its row before the others are removed, and commits it after. */
    @Test
    void replaceAlsoRemovesARowThatIsCommittedMeanwhile() {
        assertThat(replacedBesideRival(OrphanPolicy.DELETE).userId()).isEqualTo(childless.id());

        assertThat(profileOf(childless.id())).containsEntry("name", "new");
        assertThat(profiles()).isEqualTo(4);
    }

    @Test
    void replaceDoesNotReplaceARowThatIsCommittedMeanwhileIfItMustNot() {
        assertThatThrownBy(() -> replacedBesideRival(OrphanPolicy.REFUSE)).isInstanceOf(OrphanedRowsException.class);

        assertThat(profileOf(childless.id())).containsEntry("name", "rival");
    }

    private Profile replacedBesideRival(OrphanPolicy orphans) {
        ReactiveMapper rivals = ReactiveMapper.create(database.newPool(1));
        Sinks.Empty<Void> inserted = Sinks.empty();
        Mono<Profile> rival = rivals.related(childless, User_.PROFILE)
                .create(Profile_.NAME.set("rival"))
                .doOnSuccess(created -> inserted.tryEmitEmpty())
                .delayUntil(created -> untilReplaceWaits())
                .as(rivals::transactional);
        Mono<Profile> replaced = inserted.asMono()
                .then(Mono.defer(
                        () -> mapper.related(childless, User_.PROFILE).replace(Profile.of(null, "new"), orphans)));
        return Mono.zip(rival, replaced, (first, second) -> second).block(Duration.ofSeconds(30));
    }

    private static Mono<Void> untilReplaceWaits() {
        return Mono.<Void>fromRunnable(() -> Await.await(
                        Duration.ofSeconds(20),
                        () -> database.postgres()
                                        .queryLong(
                                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                                        + " and datname = current_database()")
                                > 0,
                        () -> "replace does not wait for the other row"))
                .subscribeOn(Schedulers.boundedElastic());
    }

    @Test
    void replaceCanLetTheOldRowPointAtNothing() {
        mapper.related(user, User_.PROFILE)
                .replace(Profile.of(null, "new"), OrphanPolicy.SET_NULL)
                .block();

        assertThat(profiles()).isEqualTo(4);
        assertThat(database.postgres().queryOne("select user_id from profiles where id = 1"))
                .containsEntry("user_id", null);
    }

    @Test
    void whenTheNewRowFailsTheOldOneIsStillThere() {
        assertThatThrownBy(() -> mapper.related(user, User_.PROFILE)
                        .replace(new Profile(null, null, null, null, "en", null, null))
                        .block())
                .isInstanceOf(NotNullViolationException.class);

        assertThat(profileOf(1)).containsEntry("id", 1L);
    }

    @Test
    void replaceCanRefuseToRemoveTheOldRow() {
        assertThatThrownBy(() -> mapper.related(user, User_.PROFILE)
                        .replace(Profile.of(null, "new"), OrphanPolicy.REFUSE)
                        .block())
                .isInstanceOf(OrphanedRowsException.class)
                .hasMessageContaining("User.profile");
        Profile stored = user.profile().block();

        assertThat(mapper.related(user, User_.PROFILE)
                        .replace(stored, OrphanPolicy.REFUSE)
                        .block())
                .isEqualTo(stored);
    }

    @Test
    void replaceByTheExistingChildKeepsIt() {
        Profile stored = user.profile().block();

        Profile replaced = mapper.related(user, User_.PROFILE).replace(stored).block();

        assertThat(replaced.id()).isEqualTo(stored.id());
        assertThat(profiles()).isEqualTo(3);
    }

    @Test
    void deleteRemovesTheChildOnlyAndTheDatabaseCascades() {
        assertThat(mapper.related(user, User_.PROFILE).delete().block()).isTrue();
        assertThat(recorder.texts()).containsExactly("DELETE FROM \"profiles\" WHERE " + THE_ROW.formatted(1, 2, 3));
        assertThat(mapper.related(user, User_.PROFILE).delete().block()).isFalse();
        assertThat(users()).isEqualTo(4);
        assertThat(profiles()).isEqualTo(2);

        mapper.delete(mapper.get(User.class, 2L).block()).block();
        assertThat(profiles()).isEqualTo(1);
    }

    @Test
    void updateWritesTheGivenColumnsOfTheChildOnly() {
        Profile updated = mapper.related(user, User_.PROFILE)
                .update(Profile_.TELEPHONE.set("new"))
                .block();

        assertThat(updated.telephone()).isEqualTo("new");
        assertThat(updated.name()).isEqualTo("name 1");
        assertThat(recorder.texts())
                .containsExactly(
                        "UPDATE \"profiles\" SET \"telephone\" = $1 WHERE " + THE_ROW.formatted(2, 3, 4) + RETURNING);
        assertThat(mapper.related(childless, User_.PROFILE)
                        .update(Profile_.TELEPHONE.set("x"))
                        .blockOptional())
                .isEmpty();
        recorder.clear();
        assertThat(mapper.related(user, User_.PROFILE).update(List.of()).block().telephone())
                .isEqualTo("new");
        assertThat(recorder.texts()).singleElement().asString().startsWith("SELECT");
    }
}
