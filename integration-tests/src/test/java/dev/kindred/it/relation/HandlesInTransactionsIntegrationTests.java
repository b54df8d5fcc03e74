package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.it.entity.Profile;
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
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** A value that was loaded in a transaction is cached only for that transaction. */
class HandlesInTransactionsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(2));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private User user;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
        user = mapper.find(User.class, 1L).block();
        recorder.clear();
    }

    @Test
    void aValueLoadedInATransactionIsServedWithinIt() {
        List<String> names = renamed("changed")
                .then(Mono.zip(name(), name()))
                .map(both -> List.of(both.getT1(), both.getT2()))
                .as(mapper::transactional)
                .block();

        assertThat(names).containsExactly("changed", "changed");
        assertThat(selects()).isEqualTo(1);
    }

    @Test
    void afterARollbackTheCommittedValueIsLoaded() {
        rollBack(renamed("changed").then(name()));

        assertThat(Relations.stateOf(user.profile())).isInstanceOf(RelationState.NotLoaded.class);
        assertThat(name().block()).isEqualTo("name 1");
        assertThat(selects()).isEqualTo(2);
    }

    @Test
    void afterACommitTheValueIsLoadedAgain() {
        assertThat(renamed("changed").then(name()).as(mapper::transactional).block())
                .isEqualTo("changed");
        database.postgres().execute("update profiles set name = 'later' where id = 1");
        assertThat(Relations.stateOf(user.profile()).getOrNull().name()).isEqualTo("changed");

        assertThat(name().block()).isEqualTo("later");
        assertThat(selects()).isEqualTo(2);
        assertThat(name().block()).isEqualTo("later");
        assertThat(selects()).isEqualTo(2);
    }

    @Test
    void whatATransactionLoadedIsNotServedOutsideOfItWhileItRuns() {
        // The test needs two connections; the pool of the class may have only one.
        mapper = ReactiveMapper.create(database.newPool(2));
        user = mapper.find(User.class, 1L).block();

        List<String> seen = renamed("changed")
                .then(name())
                .flatMap(inside ->
                        name().contextWrite(context -> Context.empty()).map(outside -> List.of(inside, outside)))
                .as(mapper::transactional)
                .block();

        assertThat(seen).containsExactly("changed", "name 1");
    }

    @Test
    void anotherTransactionLoadsAgain() {
        assertThat(name().as(mapper::transactional).block()).isEqualTo("name 1");
        database.postgres().execute("update profiles set name = 'later' where id = 1");

        assertThat(name().as(mapper::transactional).block()).isEqualTo("later");
        assertThat(selects()).isEqualTo(2);
    }

    @Test
    void aValueLoadedOutsideIsServedInATransactionToo() {
        assertThat(name().block()).isEqualTo("name 1");

        assertThat(name().as(mapper::transactional).block()).isEqualTo("name 1");
        assertThat(selects()).isEqualTo(1);
    }

    @Test
    void aValueLoadedInARolledBackSavepointIsNotServed() {
        Mono<String> savepoint = renamed("changed").then(name()).flatMap(HandlesInTransactionsIntegrationTests::undo);

        String after = savepoint
                .as(mapper::transactional)
                .onErrorResume(Undo.class, undo -> Mono.empty())
                .then(name())
                .as(mapper::transactional)
                .block();

        assertThat(after).isEqualTo("name 1");
        assertThat(selects()).isEqualTo(2);
    }

    @Test
    void aValueLoadedInAReleasedSavepointIsServedInTheRestOfTheTransaction() {
        String after = renamed("changed")
                .then(name())
                .as(mapper::transactional)
                .then(name())
                .as(mapper::transactional)
                .block();

        assertThat(after).isEqualTo("changed");
        assertThat(selects()).isEqualTo(1);
    }

    @Test
    void aValueLoadedInAReleasedSavepointOfARolledBackTransactionIsNotServed() {
        rollBack(renamed("changed").then(name()).as(mapper::transactional));

        assertThat(name().block()).isEqualTo("name 1");
    }

    @Test
    void aValueLoadedAroundASavepointIsServedWithinIt() {
        String within = renamed("changed")
                .then(name())
                .then(name().as(mapper::transactional))
                .as(mapper::transactional)
                .block();

        assertThat(within).isEqualTo("changed");
        assertThat(selects()).isEqualTo(1);
    }

    @Test
    void whatWasPreloadedInARolledBackTransactionIsNotServed() {
        User[] read = new User[1];
        rollBack(renamed("changed")
                .then(mapper.from(User.class)
                        .where(User_.ID.eq(1L))
                        .preload(User_.PROFILE)
                        .one())
                .doOnNext(found -> read[0] = found)
                .flatMap(User::profile)
                .doOnNext(profile -> assertThat(profile.name()).isEqualTo("changed"))
                .map(Profile::name));
        assertThat(selects()).isEqualTo(2);

        assertThat(read[0].profile().block().name()).isEqualTo("name 1");
        assertThat(selects()).isEqualTo(3);
    }

    @Test
    void aPreloadOfACommittedTransactionIsLoadedAgainOutside() {
        User read = mapper.from(User.class)
                .where(User_.ID.eq(1L))
                .preload(User_.PROFILE)
                .one()
                .as(mapper::transactional)
                .block();
        recorder.clear();

        assertThat(read.profile().block().name()).isEqualTo("name 1");
        assertThat(recorder.count()).isEqualTo(1);
    }

    private Mono<String> name() {
        return Mono.defer(user::profile).map(Profile::name);
    }

    private Mono<Profile> renamed(String name) {
        return mapper.update(changed(name));
    }

    private static Profile changed(String name) {
        return new Profile(1L, 1L, name, null, "en", null, null);
    }

    private void rollBack(Mono<String> work) {
        assertThatThrownBy(() -> work.flatMap(HandlesInTransactionsIntegrationTests::undo)
                        .as(mapper::transactional)
                        .block())
                .isInstanceOf(Undo.class);
    }

    private static Mono<String> undo(String result) {
        return Mono.error(new Undo(result));
    }

    private long selects() {
        return recorder.texts().stream()
                .filter(text -> text.startsWith("SELECT"))
                .count();
    }

    private static final class Undo extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Undo(String result) {
            super("undo after " + result);
        }
    }
}
