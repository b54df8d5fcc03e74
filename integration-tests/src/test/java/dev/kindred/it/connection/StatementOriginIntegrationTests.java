package dev.kindred.it.connection;

import static dev.kindred.reactor.spi.StatementExecution.Operation.COPY;
import static dev.kindred.reactor.spi.StatementExecution.Operation.COUNT;
import static dev.kindred.reactor.spi.StatementExecution.Operation.DELETE;
import static dev.kindred.reactor.spi.StatementExecution.Operation.FIND;
import static dev.kindred.reactor.spi.StatementExecution.Operation.INSERT;
import static dev.kindred.reactor.spi.StatementExecution.Operation.LOAD;
import static dev.kindred.reactor.spi.StatementExecution.Operation.PRELOAD;
import static dev.kindred.reactor.spi.StatementExecution.Operation.RELATION_CREATE;
import static dev.kindred.reactor.spi.StatementExecution.Operation.SCHEMA;
import static dev.kindred.reactor.spi.StatementExecution.Operation.SQL;
import static dev.kindred.reactor.spi.StatementExecution.Operation.TRANSACTION;
import static dev.kindred.reactor.spi.StatementExecution.Operation.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.reactor.spi.StatementListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** A listener receives the operation and the subscriber of a statement. */
class StatementOriginIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(3));

    private final Traced traced = new Traced();
    private final ReactiveMapper mapper =
            ReactiveMapper.builder(database.pool()).listener(traced).build();

    private record Origin(
            Operation operation,
            @Nullable Class<?> entity,
            @Nullable String relation) {}

    private static final class Traced implements StatementListener {

        private final List<Origin> origins = new CopyOnWriteArrayList<>();
        private final List<String> traces = new CopyOnWriteArrayList<>();

        @Override
        public void onStatement(StatementExecution execution) {
            throw new AssertionError("the method with a Context is called");
        }

        @Override
        public void onStatement(StatementExecution execution, ContextView context) {
            origins.add(origin(execution.operation(), execution.entity(), execution.relation()));
            traces.add(context.getOrDefault("trace", "none"));
        }
    }

    private static Origin origin(Operation operation, @Nullable Class<?> entity, @Nullable String relation) {
        return new Origin(operation, entity, relation);
    }

    private static Origin ofUser(Operation operation) {
        return origin(operation, User.class, null);
    }

    private static Origin ofProfile(Operation operation) {
        return origin(operation, User.class, "User.profile");
    }

    /** Every statement also carries the Context of its subscriber. */
    private void assertOrigins(Publisher<?> work, Origin... expected) {
        traced.origins.clear();
        traced.traces.clear();
        Flux.from(work).contextWrite(context -> context.put("trace", "t1")).blockLast();

        assertThat(traced.origins).containsExactly(expected);
        assertThat(traced.traces).hasSize(expected.length).containsOnly("t1");
    }

    @Test
    void readsSayWhatTheyRead() {
        User user = mapper.get(User.class, 1L).block();

        assertOrigins(mapper.find(User.class, 1L), ofUser(FIND));
        assertOrigins(mapper.from(User.class).all(), ofUser(FIND));
        assertOrigins(mapper.from(User.class).stream(2), ofUser(FIND), ofUser(FIND));
        assertOrigins(mapper.from(User.class).project(User_.EMAIL).all(), ofUser(FIND));
        assertOrigins(mapper.from(User.class).count(), ofUser(COUNT));
        assertOrigins(mapper.from(User.class).exists(), ofUser(COUNT));
        assertOrigins(mapper.from(User.class).preload(User_.PROFILE).all(), ofUser(FIND), ofProfile(PRELOAD));
        assertOrigins(mapper.preload(List.of(user), User_.PROFILE), ofProfile(PRELOAD));
        assertOrigins(mapper.get(User.class, 2L).block().profile(), ofProfile(LOAD));
        assertOrigins(mapper.sql("select 1").execute(), origin(SQL, null, null));
    }

    @Test
    void writesSayWhatTheyWrite() {
        User user = mapper.get(User.class, 1L).block();
        User changed = new User(user.id(), "changed", null);

        assertOrigins(mapper.insert(User.of("a")), ofUser(INSERT));
        assertOrigins(mapper.insertAll(Flux.just(User.of("b"), User.of("c"))), ofUser(INSERT));
        assertOrigins(mapper.copyIn(Flux.just(User.of("d"))), ofUser(COPY));
        assertOrigins(mapper.update(changed), ofUser(UPDATE));
        assertOrigins(
                mapper.update(User.class)
                        .where(User_.ID.eq(1L))
                        .set(User_.EMAIL.set("e"))
                        .execute(),
                ofUser(UPDATE));
        assertOrigins(mapper.related(user, User_.PROFILE).create(Profile_.NAME.set("p")), ofProfile(RELATION_CREATE));
        assertOrigins(
                mapper.delete(Profile.class).where(Profile_.USER_ID.eq(1L)).execute(),
                origin(DELETE, Profile.class, null));
        assertOrigins(mapper.delete(changed), ofUser(DELETE));
    }

    @Test
    void theCommandsOfATransactionAreNotThoseOfItsWork() {
        Origin command = origin(TRANSACTION, null, null);
        Mono<User> work = mapper.transactional(mapper.insert(User.of("a")));

        assertOrigins(work, command, ofUser(INSERT), command);
        assertOrigins(mapper.updateAll(mapper.from(User.class).all()), ofUser(FIND), ofUser(UPDATE));
    }

    @Test
    void schemasAreToldApart() {
        List<Origin> expected = new ArrayList<>();
        traced.origins.clear();
        mapper.schema(User.class, Profile.class).verify().block();
        traced.origins.forEach(each -> expected.add(origin(SCHEMA, null, null)));

        assertThat(traced.origins).hasSizeGreaterThan(1).isEqualTo(expected);
    }
}
