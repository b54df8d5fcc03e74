package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.model.AssignableColumns;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.transaction.Isolation;
import dev.kindred.reactor.transaction.TransactionOptions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs the documentation's code for writes, verbatim. */
class WritingReadmeIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, "create unique index on profiles (user_id)", "create unique index on users (email)")
            .resetBefore(Schema.EMPTY, Schema.users(3));

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
    void writesEntities() {
        User changed = new User(user.id(), "jane@example.org", null);

        // only the changed columns; no statement without a change
        Mono<User> updated = mapper.update(user, changed);

        // one statement, atomic for concurrent callers
        Mono<User> upserted = mapper.upsert(new User(null, "jane@example.org", null), User_.EMAIL);

        // a row by its key, without reading it first; expecting(version) compares its version
        Mono<Profile> moved =
                mapper.update(Profile.class, 2L).set(Profile_.LOCALE.set("si")).execute();

        Mono<Long> cleared = mapper.update(Profile.class)
                .set(Profile_.TELEPHONE.set(null))
                .where(Profile_.LOCALE.eq("en"))
                .execute();

        // the changed rows, as stored
        Flux<Profile> welcomed = mapper.update(Profile.class)
                .set(Profile_.NAME.set("Friend"))
                .where(Profile_.NAME.eq("New user"))
                .returning();

        assertThat(updated.block().email()).isEqualTo("jane@example.org");
        assertThat(upserted.block().id()).isEqualTo(user.id());
        assertThat(cleared.block()).isEqualTo(3);
        assertThat(moved.block().locale()).isEqualTo("si");
        assertThat(welcomed.collectList().block()).isEmpty();
    }

    @Test
    void writesThroughRelations() {
        Mono<Profile> created = mapper.related(user, User_.PROFILE)
                .create(Profile_.NAME.set("Jane Perera"), Profile_.TELEPHONE.set("614-867-5309"));

        Mono<Profile> ensured = mapper.related(user, User_.PROFILE).firstOrCreate(Profile_.NAME.set("New user"));

        Mono<Profile> upserted = mapper.related(user, User_.PROFILE)
                .matching(Profile_.LOCALE.set("en"))
                .updateOrCreate(Profile_.NAME.set("Jane"));

        Mono<Profile> replaced =
                mapper.related(user, User_.PROFILE).replace(new Profile(null, null, "Jane", null, "si", null));

        Mono<Boolean> deleted = mapper.related(user, User_.PROFILE).delete();

        // the inverse side
        Mono<Profile> moved = mapper.related(profile, Profile_.USER).associate(user);
        Mono<Profile> orphaned = mapper.related(profile, Profile_.USER).dissociate();

        assertThat(created.block().userId()).isEqualTo(user.id());
        assertThat(ensured.block().name()).isEqualTo("Jane Perera");
        assertThat(upserted.block().telephone()).isEqualTo("614-867-5309");
        assertThat(replaced.block().locale()).isEqualTo("si");
        assertThat(deleted.block()).isTrue();
        assertThat(moved.block().userId()).isEqualTo(user.id());
        assertThat(orphaned.block().userId()).isNull();
    }

    @Test
    void writesBothSides() {
        Mono<User> both = mapper.save(
                new User(null, "jane@example.org", null),
                User_.PROFILE.child(new Profile(null, null, "Jane", null, "en", null)));

        assertThat(both.block().profile().block().name()).isEqualTo("Jane");
    }

    @Test
    void assignsWhatIsAllowed() {
        Map<String, Object> request = Map.of("name", "Jane", "telephone", "614-867-5309");

        AssignableColumns<Profile> allowed = AssignableColumns.of(Profile_.NAME, Profile_.TELEPHONE);
        Mono<Profile> saved = mapper.related(user, User_.PROFILE).updateOrCreate(allowed.from(request));

        assertThat(saved.block().telephone()).isEqualTo("614-867-5309");
    }

    @Test
    void writesManyRows() {
        Flux<User> users = Flux.range(0, 2500).map(i -> new User(null, "user" + i, null));

        Flux<User> stored = mapper.insertAll(
                users,
                User_.PROFILE,
                user -> new Profile(null, null, user.email(), null, "en", null),
                ChunkOptions.defaults().size(500));

        assertThat(stored.count().block()).isEqualTo(2500);
    }

    @Test
    void runsTransactions() {
        AtomicInteger sent = new AtomicInteger();
        Mono<Void> notification = Mono.fromRunnable(sent::incrementAndGet);

        Mono<Profile> both = mapper.insert(new User(null, "jane@example.org", null))
                .flatMap(saved -> mapper.related(saved, User_.PROFILE).create(Profile_.NAME.set("Jane")))
                .as(mapper::transactional);

        Mono<User> serializable = mapper.get(User.class, 1L)
                .flatMap(found -> mapper.update(
                        User_.copyOf(found).set(User_.EMAIL, "changed").build()))
                .as(work -> mapper.transactional(
                        work,
                        TransactionOptions.defaults()
                                .isolation(Isolation.SERIALIZABLE)
                                .retry(3)));

        Mono<Boolean> announced = mapper.related(user, User_.PROFILE)
                .delete()
                .flatMap(deleted -> mapper.currentTransaction()
                        .doOnNext(transaction -> transaction.afterCommit(notification))
                        .thenReturn(deleted))
                .as(mapper::transactional);

        assertThat(both.block().name()).isEqualTo("Jane");
        assertThat(serializable.block().email()).isEqualTo("changed");
        assertThat(announced.block()).isFalse();
        assertThat(sent).hasValue(1);
    }

    @Test
    void handlesErrors() {
        Profile second = new Profile(null, 1L, "second", null, "en", null);

        Mono<String> message = mapper.insert(second)
                .map(Profile::name)
                .onErrorResume(UniqueViolationException.class, violation -> Mono.justOrEmpty(violation.relation()));

        assertThat(message.block()).isEqualTo("User.profile");
    }
}
