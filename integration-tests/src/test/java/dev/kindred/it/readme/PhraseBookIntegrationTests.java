package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Schema;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Runs the calls of the phrase book. */
class PhraseBookIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, "create unique index on profiles (user_id)", "create unique index on users (email)")
            .resetBefore(Schema.EMPTY, Schema.users(3));

    private final String email = "jane@example.org";
    private ReactiveMapper mapper;
    private User user;
    private Profile profile;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.create(database.pool());
        user = mapper.insert(new User(null, "new@example.org", null)).block();
        profile = mapper.get(Profile.class, 1L).block();
    }

    @Test
    void reads() {
        List<Mono<?>> ones = List.of(
                mapper.find(User.class, 1L),
                mapper.get(User.class, 1L),
                mapper.from(User.class).count(),
                mapper.from(User.class).where(User_.ID.eq(1L)).forUpdate().one(),
                mapper.from(User.class).orderBy(User_.ID.asc()).scroll(20, null));
        List<Flux<?>> all = List.of(
                mapper.from(User.class).orderBy(User_.ID.asc()).limit(10).all(),
                mapper.from(User.class).project(User_.EMAIL).all(),
                mapper.from(User.class).stream());

        ones.forEach(one -> StepVerifier.create(one).expectNextCount(1).verifyComplete());
        all.forEach(many -> StepVerifier.create(many).expectNextCount(4).verifyComplete());
        StepVerifier.create(mapper.from(User.class).where(User_.EMAIL.eq(email)).first())
                .verifyComplete();
    }

    @Test
    void followsRelations() {
        StepVerifier.create(user.profile()).verifyComplete();
        StepVerifier.create(mapper.from(User.class).preload(User_.PROFILE).all())
                .expectNextCount(4)
                .verifyComplete();
        StepVerifier.create(mapper.preload(List.of(user), User_.PROFILE))
                .expectNext(user)
                .verifyComplete();
        StepVerifier.create(mapper.from(User.class).has(User_.PROFILE).all())
                .expectNextCount(3)
                .verifyComplete();
        StepVerifier.create(mapper.from(User.class).withCount(User_.PROFILE).all())
                .expectNextCount(4)
                .verifyComplete();
        StepVerifier.create(mapper.from(User.class).loading(LoadMode.FORBID).all())
                .expectNextCount(4)
                .verifyComplete();
    }

    @Test
    void writes() {
        User inserted = mapper.insert(User_.draft("jane@example.org").build()).block();
        User same = mapper.upsert(new User(null, email, null), User_.EMAIL).block();
        assertThat(same.id()).isEqualTo(inserted.id());
        assertThat(mapper.delete(same).block()).isTrue();

        User changed = mapper.update(User_.copyOf(user).set(User_.EMAIL, email).build())
                .block();
        assertThat(changed.email()).isEqualTo(email);
        assertThat(mapper.delete(user).block()).isTrue();
        Mono<Long> work = mapper.update(User.class)
                .set(User_.EMAIL.set(email))
                .where(User_.ID.eq(1L))
                .execute();
        assertThat(mapper.transactional(work).block()).isEqualTo(1);
    }

    @Test
    void writesThroughRelations() {
        Profile created = mapper.related(user, User_.PROFILE)
                .create(Profile_.NAME.set("Jane"))
                .block();
        Profile found = mapper.related(user, User_.PROFILE)
                .firstOrCreate(Profile_.NAME.set("Jane"))
                .block();
        assertThat(found.id()).isEqualTo(created.id());

        mapper.related(user, User_.PROFILE).delete().block();
        assertThat(mapper.related(profile, Profile_.USER).associate(user).block())
                .extracting(Profile::userId)
                .isEqualTo(user.id());
        assertThat(mapper.related(profile, Profile_.USER).dissociate().block())
                .extracting(Profile::userId)
                .isNull();
    }
}
