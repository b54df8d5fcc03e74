package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A child that was loaded through its owner has its inverse relation loaded. */
class BackReferencesIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(4));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void afterALazyLoad() {
        assertKnown(users(mapper.from(User.class).orderBy(User_.ID.asc()).all()), 2);
    }

    @Test
    void afterAFind() {
        assertKnown(List.of(mapper.find(User.class, 3L).block()), 2);
    }

    @Test
    void afterRawSql() {
        assertKnown(
                users(mapper.sql("select * from users order by id")
                        .as(User.class)
                        .all()),
                2);
    }

    @Test
    void afterAPreload() {
        assertKnown(users(mapper.from(User.class).preload(User_.PROFILE).all()), 2);
    }

    @Test
    void afterAJoinedPreload() {
        assertKnown(
                users(mapper.from(User.class)
                        .preload(User_.PROFILE, profile -> profile.joined())
                        .all()),
                1);
    }

    @Test
    void afterAPreloadOfEntitiesAtHand() {
        assertKnown(users(mapper.preload(users(mapper.from(User.class).all()), User_.PROFILE)), 2);
    }

    @Test
    void afterAStream() {
        assertKnown(users(mapper.from(User.class).preload(User_.PROFILE).stream(2)), 5);
    }

    @Test
    void afterAWriteOfTheChild() {
        User user = mapper.insert(User.of("new@example.org")).block();
        Profile profile = mapper.related(user, User_.PROFILE)
                .create(Profile_.NAME.set("new"))
                .block();
        recorder.clear();

        assertThat(profile.user().block()).isSameAs(user);
        assertThat(recorder.count()).isZero();
        assertThat(user.profile().flatMap(Profile::user).block()).isSameAs(user);
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void afterFindOrCreateAndReplace() {
        User user = mapper.find(User.class, 1L).block();
        User changed = new User(1L, "not stored", user.profile());

        assertThat(mapper.related(user, User_.PROFILE)
                        .firstOrCreate(Profile_.NAME.set("unused"))
                        .flatMap(Profile::user)
                        .block())
                .isSameAs(user);
        assertThat(mapper.related(user, User_.PROFILE)
                        .replace(Profile.of(null, "another"))
                        .flatMap(Profile::user)
                        .block())
                .isSameAs(user);
        assertThat(mapper.related(changed, User_.PROFILE)
                        .update(Profile_.NAME.set("third"))
                        .flatMap(Profile::user)
                        .block()
                        .email())
                .isEqualTo("user1@example.org");
    }

    @Test
    void afterAWriteOfBoth() {
        User user = mapper.save(User.of("new@example.org"), User_.PROFILE.child(Profile.of(null, "new")))
                .block();
        recorder.clear();

        assertThat(user.profile().flatMap(Profile::user).block()).isSameAs(user);
        assertThat(recorder.count()).isZero();
    }

    @Test
    void inATransaction() {
        Mono<List<User>> work =
                mapper.from(User.class).orderBy(User_.ID.asc()).all().collectList();
        mapper.transactional(work.flatMap(users -> Flux.fromIterable(users)
                        .flatMapSequential(user -> user.profile().flatMap(Profile::user))
                        .collectList()
                        .doOnNext(owners -> assertThat(owners)
                                .usingElementComparator((a, b) -> a == b ? 0 : 1)
                                .containsExactlyElementsOf(users))))
                .block();

        assertThat(recorder.texts()).hasSize(4).startsWith("BEGIN").endsWith("COMMIT");
    }

    /** A query preloads the owners again, so that its conditions on them apply. */
    @Test
    void aPreloadOfTheOwnersIsReadAllTheSame() {
        User user = mapper.from(User.class)
                .where(User_.ID.eq(1L))
                .preload(
                        User_.PROFILE,
                        profile -> profile.preload(Profile_.USER, owner -> owner.where(User_.EMAIL.eq("another"))))
                .one()
                .block();

        assertThat(user.profile().flatMap(Profile::user).blockOptional()).isEmpty();
        assertThat(recorder.count()).isEqualTo(3);
    }

    /** A partially selected entity is not used as the owner of its child. */
    @Test
    void anEntityReadInPartIsReadAgain() {
        User part = mapper.from(User.class)
                .where(User_.ID.eq(1L))
                .select(User_.ID)
                .one()
                .block();

        User whole = part.profile().flatMap(Profile::user).block();

        assertThat(whole).isNotSameAs(part);
        assertThat(whole.email()).isEqualTo("user1@example.org");
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void afterALoadThroughASibling() {
        List<User> users = users(mapper.from(User.class).orderBy(User_.ID.asc()).all());
        users.get(0).profile().block();

        Profile second = Relations.stateOf(users.get(1).profile()).getOrNull();

        assertThat(Relations.stateOf(second.user()).getOrNull()).isSameAs(users.get(1));
        assertThat(second.user().block()).isSameAs(users.get(1));
        assertThat(recorder.count()).isEqualTo(2);
    }

    @Test
    void afterAPreloadOfSomeOfTheSiblings() {
        List<User> users = users(mapper.from(User.class).orderBy(User_.ID.asc()).all());
        users(mapper.preload(users.subList(0, 2), User_.PROFILE));

        assertKnown(users, 3);
    }

    /** The values of a transaction that was rolled back are not known outside, so both are read again. */
    @Test
    void notAfterARollback() {
        User user = mapper.find(User.class, 1L).block();
        AtomicReference<Profile> inside = new AtomicReference<>();
        mapper.transactional(user.profile()
                        .doOnNext(inside::set)
                        .flatMap(Profile::user)
                        .doOnNext(owner -> assertThat(owner).isSameAs(user))
                        .then(Mono.error(new IllegalStateException("rolled back"))))
                .as(StepVerifier::create)
                .verifyErrorMessage("rolled back");
        recorder.clear();

        assertThat(inside.get().user().block()).isNotSameAs(user);
        assertThat(user.profile().block()).isNotSameAs(inside.get());
        assertThat(user.profile().flatMap(Profile::user).block()).isSameAs(user);
        assertThat(recorder.count()).isEqualTo(2);
    }

    /** {@code System.gc()} does nothing while a thread is in a critical section of native code, so it is repeated. */
    @Test
    void aKeptEntityDoesNotKeepItsSiblings() throws InterruptedException {
        List<User> users = new ArrayList<>(
                users(mapper.from(User.class).orderBy(User_.ID.asc()).all()));
        User kept = users.get(0);
        ReferenceQueue<User> collected = new ReferenceQueue<>();
        WeakReference<User> sibling = new WeakReference<>(users.get(1), collected);
        users.clear();

        Reference<? extends User> found = null;
        for (int tries = 0; found == null && tries < 60; tries++) {
            System.gc();
            found = collected.remove(500);
        }

        assertThat(found).isSameAs(sibling);
        assertThat(kept.profile().flatMap(Profile::user).block()).isSameAs(kept);
        assertThat(recorder.count()).isEqualTo(2);
    }

    /** A copy that a user made of an entity is not the stored row. */
    @Test
    void anEntityMadeOfAnotherOneIsNotWhatTheChildPointsAt() {
        User user = mapper.find(User.class, 1L).block();
        User changed = new User(1L, "changed@example.org", user.profile());

        assertThat(changed.profile().flatMap(Profile::user).block()).isSameAs(user);
        assertThat(recorder.count()).isEqualTo(2);
    }

    private static List<User> users(Flux<User> source) {
        return source.collectList().block();
    }

    private void assertKnown(List<User> users, int statements) {
        assertThat(users).isNotEmpty().allSatisfy(user -> {
            Profile profile = user.profile().block();
            assertThat(profile.id()).isEqualTo(user.id());
            assertThat(profile.user().block()).isSameAs(user);
            assertThat(profile.user().flatMap(User::profile).block()).isSameAs(profile);
        });
        assertThat(recorder.count()).isEqualTo(statements);
    }
}
