package dev.kindred.it.preload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
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
import reactor.core.publisher.Flux;

/** The keys that a preload reads. */
class PreloadKeysIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void nullForeignKeysAreLeftOut() {
        database.postgres()
                .execute("insert into users (email) values ('a'); insert into profiles (user_id, name) values"
                        + " (null, 'A'), (null, 'B')");

        List<Profile> orphans = mapper.from(Profile.class)
                .preload(Profile_.USER)
                .all()
                .collectList()
                .block();
        assertThat(recorder.count()).isEqualTo(1);
        assertThat(orphans).allMatch(profile -> Relations.stateOf(profile.user()) instanceof RelationState.Empty<?>);

        database.postgres().execute("insert into profiles (user_id, name) values (1, 'C')");
        recorder.clear();
        List<String> emails = mapper.from(Profile.class)
                .preload(Profile_.USER)
                .all()
                .flatMap(Profile::user)
                .map(User::email)
                .collectList()
                .block();

        assertThat(emails).containsExactly("a");
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void theForeignKeyIsReadOnceWithAndWithoutASelect() {
        database.postgres().execute(Schema.users(3));

        Flux<User> without = mapper.from(User.class)
                .preload(User_.PROFILE, profile -> profile.select(Profile_.NAME))
                .all();
        Flux<User> with = mapper.from(User.class)
                .preload(User_.PROFILE, profile -> profile.select(Profile_.NAME, Profile_.USER_ID))
                .all();

        assertThat(without.concatWith(with)
                        .flatMap(User::profile)
                        .map(Profile::name)
                        .collectList()
                        .block())
                .hasSize(6)
                .doesNotContainNull();
        assertThat(recorder.texts())
                .filteredOn(text -> text.contains("profiles"))
                .hasSize(2)
                .containsExactly(
                        "SELECT \"name\", \"user_id\" FROM \"profiles\" WHERE"
                                + " \"user_id\" = ANY($1) ORDER BY \"id\" ASC",
                        "SELECT \"user_id\", \"name\" FROM \"profiles\" WHERE"
                                + " \"user_id\" = ANY($1) ORDER BY \"id\" ASC");
    }

    @Test
    void aLocalKeyThatIsNotSelectedIsAnErrorBeforeAnyStatement() {
        assertThatExceptionOfType(RelationKeyMissingException.class)
                .isThrownBy(() -> mapper.from(User.class)
                        .select(User_.EMAIL)
                        .preload(User_.PROFILE)
                        .all()
                        .blockLast())
                .withMessageContaining("User.id");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aHandleWhoseKeyWasNotSelectedIsAnErrorAndNotEmpty() {
        database.postgres().execute(Schema.users(1));
        User user = mapper.from(User.class).select(User_.EMAIL).first().block();
        recorder.clear();

        assertThatExceptionOfType(RelationKeyMissingException.class)
                .isThrownBy(() -> user.profile().block())
                .withMessageContaining("User.id");
        assertThat(Relations.stateOf(user.profile())).isInstanceOf(RelationState.NotLoaded.class);
        assertThat(recorder.count()).isZero();
    }
}
