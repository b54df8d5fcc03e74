package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.RelationNotLoadedException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs the documentation's code for reads, verbatim. */
class ReadmeIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(300));

    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.create(database.pool());
    }

    @Test
    void makesAMapperFromAUrl() {
        String url = database.postgres().r2dbcUrl();
        ReactiveMapper mapper = ReactiveMapper.create(database.watch(Connections.pool(url)));

        assertThat(mapper.from(User.class).count().block()).isEqualTo(300);
    }

    @Test
    void readsThroughRelations() {
        // two statements, nothing blocks
        Mono<String> telephone =
                mapper.find(User.class, 212L).flatMap(User::profile).map(Profile::telephone);

        // eager: two statements for any number of users
        Flux<User> users = mapper.from(User.class)
                .preload(User_.PROFILE)
                .orderBy(User_.ID.asc())
                .all();

        // lazy: one statement for each 1,000 users;
        // the first subscription to a profile() loads the profiles of its siblings
        Flux<Profile> profiles = mapper.from(User.class).all().flatMap(User::profile);

        assertThat(telephone.block()).isEqualTo("555-212");
        assertThat(users.map(User::id).take(3).collectList().block()).containsExactly(1L, 2L, 3L);
        assertThat(profiles.count().block()).isEqualTo(300);
    }

    @Test
    void asksByConditions() {
        Flux<User> found = mapper.from(User.class)
                .where(User_.EMAIL.endsWith("@example.org").and(User_.ID.gt(100L)))
                .orWhere(User_.EMAIL.in("jane@example.com", "joe@example.com"))
                .orderBy(User_.EMAIL.asc(), User_.ID.desc())
                .limit(20)
                .all();

        assertThat(found.map(User::id).collectList().block()).hasSize(20).allMatch(id -> id > 100);
    }

    @Test
    void readsARelationAgain() {
        User user = mapper.get(User.class, 7L).block();

        Mono<Profile> fresh = mapper.related(user, User_.PROFILE).find();

        Mono<Boolean> english = mapper.related(user, User_.PROFILE)
                .query()
                .where(Profile_.LOCALE.eq("en"))
                .exists();

        // by the key of the user, without reading the user
        Mono<Profile> profile = mapper.related(User.class, 7L, User_.PROFILE).find();

        // by its key, with its profile
        Mono<User> found = mapper.from(User.class).preload(User_.PROFILE).find(7L);

        assertThat(profile.block().userId()).isEqualTo(7L);
        assertThat(found.flatMap(User::profile).block().userId()).isEqualTo(7L);
        assertThat(fresh.block().userId()).isEqualTo(7L);
        assertThat(english.block()).isTrue();
    }

    @Test
    void preloads() {
        Flux<User> withProfiles = mapper.from(User.class)
                .preload(
                        User_.PROFILE,
                        profile -> profile.where(Profile_.LOCALE.eq("en")).select(Profile_.NAME))
                .all();

        List<User> usersAtHand = mapper.from(User.class).all().collectList().block();
        Flux<User> same = mapper.preload(usersAtHand, User_.PROFILE);

        assertThat(withProfiles.flatMap(User::profile).count().block()).isEqualTo(300);
        assertThat(same.collectList().block()).isEqualTo(usersAtHand);

        Flux<User> users = mapper.from(User.class).all();
        Flux<User> loaded = users.transform(mapper.preload(User_.PROFILE));

        assertThat(loaded.collectList().block()).isEqualTo(usersAtHand);
    }

    @Test
    void forbidsWhatIsNotPreloaded() {
        Flux<User> strict = mapper.from(User.class)
                .loading(LoadMode.FORBID)
                .preload(User_.PROFILE)
                .all();

        assertThat(strict.flatMap(User::profile).count().block()).isEqualTo(300);
        assertThatExceptionOfType(RelationNotLoadedException.class)
                .isThrownBy(() ->
                        strict.flatMap(User::profile).flatMap(Profile::user).blockLast())
                .withMessageContaining("preload(Profile_.USER)");
    }

    @Test
    void writesInATransaction() {
        Mono<Profile> both = mapper.insert(new User(null, "jane@example.org", null))
                .flatMap(saved -> mapper.insert(new Profile(null, saved.id(), "Jane", null, "en", null)))
                .as(mapper::transactional);

        assertThat(both.flatMap(Profile::user).map(User::email).block()).isEqualTo("jane@example.org");
    }
}
