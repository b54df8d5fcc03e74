package dev.kindred.it.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.query.PageRequest;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Each operation is observed once, with its entity, relation, statements and outcome. */
class OperationsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(3));

    private final ObservedOperations operations = new ObservedOperations();
    private final ReactiveMapper mapper = ReactiveMapper.builder(database.pool())
            .operationListener(operations)
            .build();
    private final ReactiveMapper plain = ReactiveMapper.create(database.pool());

    private User user;
    private Profile profile;

    @BeforeEach
    void read() {
        user = plain.get(User.class, 1L).block();
        profile = plain.get(Profile.class, 1L).block();
    }

    private void assertOperations(Publisher<?> work, String... lines) {
        operations.clear();
        Flux.from(work).blockLast();

        assertThat(operations.lines()).containsExactly(lines);
    }

    @Test
    void eachReadIsOneOperation() {
        assertOperations(mapper.find(User.class, 1L), "FIND User 1 COMPLETED");
        assertOperations(mapper.get(User.class, 1L), "FIND User 1 COMPLETED");
        assertOperations(mapper.find(User.class, 99L), "FIND User 1 COMPLETED");
        assertOperations(mapper.from(User.class).all(), "FIND User 1 COMPLETED");
        assertOperations(mapper.from(User.class).first(), "FIND User 1 COMPLETED");
        assertOperations(mapper.from(User.class).where(User_.ID.eq(1L)).one(), "FIND User 1 COMPLETED");
        assertOperations(mapper.from(User.class).stream(2), "FIND User 2 COMPLETED");
        assertOperations(mapper.from(User.class).page(PageRequest.of(0, 2)), "FIND User 2 COMPLETED");
        assertOperations(mapper.from(User.class).slice(PageRequest.of(0, 2)), "FIND User 1 COMPLETED");
        assertOperations(mapper.from(User.class).scroll(2, null), "FIND User 1 COMPLETED");
        assertOperations(mapper.from(User.class).project(User_.EMAIL).all(), "FIND User 1 COMPLETED");
        assertOperations(mapper.from(User.class).groupBy(User_.EMAIL).all(), "AGGREGATE User 1 COMPLETED");
        assertOperations(mapper.from(User.class).count(), "COUNT User 1 COMPLETED");
        assertOperations(mapper.from(User.class).exists(), "COUNT User 1 COMPLETED");
        assertOperations(mapper.sql("select 1").execute(), "SQL - 1 COMPLETED");
        assertOperations(
                mapper.sql("select id, email from users").as(User.class).all(), "SQL - 1 COMPLETED");
        assertOperations(mapper.schema(User.class).verify(), "SCHEMA - 2 COMPLETED");
    }

    @Test
    void aRelationIsOneOperationWithItsName() {
        assertOperations(mapper.from(User.class).preload(User_.PROFILE).all(), "FIND User 2 COMPLETED");
        assertOperations(mapper.preload(List.of(user), User_.PROFILE), "PRELOAD User.profile 1 COMPLETED");
        assertOperations(mapper.preload(Flux.just(user), User_.PROFILE), "PRELOAD User.profile 0 COMPLETED");
        assertOperations(mapper.related(user, User_.PROFILE).find(), "FIND User.profile 1 COMPLETED");
        assertOperations(mapper.related(User.class, 1L, User_.PROFILE).get(), "FIND User.profile 1 COMPLETED");
        assertOperations(
                mapper.related(user, User_.PROFILE)
                        .query()
                        .where(Profile_.NAME.eq("x"))
                        .count(),
                "COUNT User.profile 1 COMPLETED");
        assertOperations(
                mapper.from(User.class).all().flatMap(User::profile),
                "FIND User 1 COMPLETED",
                "LOAD User.profile 1 COMPLETED");
    }

    @Test
    void eachWriteIsOneOperation() {
        User changed = new User(user.id(), "changed", null);

        assertOperations(mapper.insert(User.of("a")), "INSERT User 1 COMPLETED");
        assertOperations(mapper.save(User.of("b")), "UPSERT User 1 COMPLETED");
        assertOperations(mapper.update(changed), "UPDATE User 1 COMPLETED");
        assertOperations(mapper.insertAll(Flux.just(User.of("c"), User.of("d"))), "INSERT User 1 COMPLETED");
        assertOperations(mapper.copyIn(Flux.just(User.of("e"))), "COPY User 1 COMPLETED");
        assertOperations(mapper.update(User.class, 1L).set(User_.EMAIL.set("f")).execute(), "UPDATE User 1 COMPLETED");
        assertOperations(
                mapper.update(User.class)
                        .where(User_.ID.eq(1L))
                        .set(User_.EMAIL.set("g"))
                        .execute(),
                "UPDATE User 1 COMPLETED");
        assertOperations(mapper.delete(User.class).where(User_.ID.eq(77L)).execute(), "DELETE User 1 COMPLETED");
        assertOperations(
                mapper.related(user, User_.PROFILE).save(Profile.of(null, "p")),
                "RELATION_UPDATE User.profile 1 COMPLETED");
        assertOperations(
                mapper.related(profile, Profile_.USER).dissociate(), "RELATION_DELETE Profile.user 1 COMPLETED");
        assertOperations(mapper.delete(changed), "DELETE User 1 COMPLETED");
    }

    @Test
    void operationsInATransactionAreNestedInIt() {
        assertOperations(
                mapper.transactional(mapper.find(User.class, 1L).flatMap(found -> mapper.insert(User.of("x")))),
                "TRANSACTION - 2 COMPLETED",
                "FIND User 1 COMPLETED",
                "INSERT User 1 COMPLETED");

        assertThat(operations.all().get(0).parent).isNull();
        assertThat(operations.all().get(1).parent).isSameAs(operations.all().get(0));
        assertThat(operations.all().get(2).parent).isSameAs(operations.all().get(0));
    }

    @Test
    void thePublisherOfAWriteIsNotPartOfIt() {
        assertOperations(
                mapper.updateAll(mapper.from(User.class).all()), "FIND User 1 COMPLETED", "UPDATE User 1 COMPLETED");

        assertThat(operations.all()).allMatch(operation -> operation.parent == null);
    }

    @Test
    void eachSubscriptionIsAnOperation() {
        Mono<User> find = mapper.find(User.class, 1L);

        assertOperations(Flux.concat(find, find), "FIND User 1 COMPLETED", "FIND User 1 COMPLETED");
    }

    @Test
    void aFailureAndItsRetryAreTwoOperations() {
        assertOperations(
                mapper.sql("select 1 / 0").execute().retry(1).onErrorComplete(), "SQL - 1 FAILED", "SQL - 1 FAILED");
        assertThat(operations.all().get(0).error).isNotNull();
    }

    @Test
    void anErrorBeforeAnyStatementFailsTheOperation() {
        assertOperations(
                mapper.from(User.class).limit(1).page(PageRequest.of(0, 2)).onErrorComplete(), "FIND User 0 FAILED");
    }

    @Test
    void aCancelEndsTheOperationOnce() {
        operations.clear();
        mapper.sql("select pg_sleep(60)").execute().subscribe().dispose();

        assertThat(operations.lines())
                .singleElement()
                .asString()
                .startsWith("SQL - ")
                .endsWith("CANCELLED");
    }

    @Test
    void aStreamThatIsLeftEarlyIsCancelled() {
        assertOperations(mapper.from(User.class).stream(1).take(1), "FIND User 1 CANCELLED");
    }

    @Test
    void aFailingListenerAffectsNeitherTheOperationNorOtherListeners() {
        ObservedOperations second = new ObservedOperations();
        ReactiveMapper careless = ReactiveMapper.builder(database.pool())
                .operationListener((operation, context) -> {
                    throw new IllegalStateException("careless");
                })
                .operationListener(second)
                .build();

        assertThat(careless.find(User.class, 1L).block()).isNotNull();
        assertThat(second.lines()).containsExactly("FIND User 1 COMPLETED");
    }
}
