package dev.kindred.it.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.MappingException;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Writes accept any object, so a wrong argument compiles. The error signal names the call to use. */
class NoEntityIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(2));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void aKeyIsRefused() {
        refused(mapper.delete(7L), "of type Long", "delete(Type.class).where(");
        refused(mapper.delete("7"), "of type String");
        refused(mapper.deletePermanently(UUID.randomUUID()), "of type UUID");
        refused(mapper.update(7), "of type Integer");
    }

    @Test
    void aQueryIsRefused() {
        refused(mapper.delete(mapper.from(User.class).where(User_.ID.eq(1L))), "delete(Type.class).where(..)");
        refused(mapper.delete(SelectQuery.of(User_.MODEL)), "delete(Type.class).where(..)");
    }

    @Test
    void severalEntitiesAreRefused() {
        List<User> users = List.of(User.of("a"));

        refused(mapper.insert(Mono.just(User.of("a"))), "mono.flatMap(mapper::insert)");
        refused(mapper.save(Flux.fromIterable(users)), "insertAll(flux)");
        refused(mapper.save(users), "insertAll(collection)");
        refused(mapper.upsert(users.toArray()), "insertAll(collection)");
        refused(mapper.restore(Optional.of(users.get(0))), "Mono.justOrEmpty(optional)");
        refused(mapper.insert(Map.of("email", "a")), "AssignableColumns");
        refused(mapper.insertAll(Flux.just(users)), "insertAll(collection)");
        refused(mapper.deleteAll(Flux.just(1L, 2L)), "of type Long");
    }

    @Test
    void aClassWithoutAModelIsRefused() {
        refused(mapper.insert(new Object() {}), "No entity model exists for");
    }

    @Test
    void aNullKeyIsRefused() {
        refused(mapper.find(User.class, (Object) null), "The key of User to find a row by is null");
        refused(mapper.get(User.class, (Object) null), "The key of User to find a row by is null");
    }

    private void refused(Publisher<?> result, String... messages) {
        StepVerifier.create(result)
                .expectErrorSatisfies(error ->
                        assertThat(error).isInstanceOf(MappingException.class).hasMessageContainingAll(messages))
                .verify();
        assertThat(recorder.count()).isZero();
    }
}
