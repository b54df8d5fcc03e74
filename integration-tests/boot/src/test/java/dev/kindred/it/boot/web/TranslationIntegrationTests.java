package dev.kindred.it.boot.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.MapperException;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.transaction.TransactionOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class TranslationIntegrationTests extends WebTests {

    private static final Person DUPLICATE = new Person(null, "p1@example.org", "new", null, null, null);

    private ReactiveMapper mapper;

    @Override
    String[] properties() {
        return new String[] {"kindred.errors.translate=true"};
    }

    @BeforeEach
    void mapper() {
        mapper = application.getBean(ReactiveMapper.class);
        database.execute("""
                create or replace function unserializable() returns int language plpgsql as
                    $$ begin raise exception 'no' using errcode = '40001'; end $$;
                update humans set years = null where id = 5;
                """);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure("insert", DuplicateKeyException.class, mapper -> mapper.insert(DUPLICATE)),
                failure("insertAll", DuplicateKeyException.class, mapper -> mapper.insertAll(List.of(DUPLICATE))),
                failure("update", OptimisticLockingFailureException.class, TranslationIntegrationTests::stale),
                failure(
                        "delete",
                        DataIntegrityViolationException.class,
                        mapper -> mapper.delete(Person.class)
                                .where(Person_.ID.eq(1L))
                                .execute()),
                failure("get", EmptyResultDataAccessException.class, mapper -> mapper.get(Person.class, 99L)),
                failure(
                        "query get",
                        EmptyResultDataAccessException.class,
                        mapper -> mapper.from(Person.class).get(99L)),
                failure(
                        "related get",
                        EmptyResultDataAccessException.class,
                        mapper -> mapper.related(Person.class, 99L, Person_.PASSPORT)
                                .get()),
                failure(
                        "one",
                        IncorrectResultSizeDataAccessException.class,
                        mapper -> mapper.from(Person.class).one()),
                failure(
                        "projected one",
                        IncorrectResultSizeDataAccessException.class,
                        mapper ->
                                mapper.from(Person.class).project(Person_.NAME).one()),
                failure(
                        "projected all",
                        InvalidDataAccessApiUsageException.class,
                        mapper -> mapper.from(Person.class).project(Person_.AGE).all()),
                failure(
                        "sql",
                        InvalidDataAccessResourceUsageException.class,
                        mapper -> mapper.sql("select x from y").execute()),
                failure(
                        "sql one",
                        IncorrectResultSizeDataAccessException.class,
                        mapper -> mapper.sql("select generate_series(1, 2) as n")
                                .map(row -> row.get("n", Integer.class))
                                .one()),
                failure(
                        "scroll",
                        InvalidDataAccessApiUsageException.class,
                        mapper -> mapper.from(Person.class).scroll(1, "abc")),
                failure(
                        "forbidden load",
                        InvalidDataAccessApiUsageException.class,
                        mapper -> mapper.from(Person.class)
                                .loading(LoadMode.FORBID)
                                .first()
                                .flatMap(Person::passport)),
                failure(
                        "failed load",
                        DataAccessException.class,
                        mapper -> mapper.from(Person.class)
                                .first()
                                .flatMap(person -> mapper.sql("alter table documents rename to others")
                                        .execute()
                                        .then(person.passport()))),
                failure(
                        "schema",
                        InvalidDataAccessResourceUsageException.class,
                        mapper -> mapper.schema(Person.class).create()),
                failure(
                        "transaction",
                        RecoverableDataAccessException.class,
                        mapper -> mapper.transactional(
                                mapper.sql("select x from y").execute().onErrorReturn(0L))));
    }

    private static Mono<Person> stale(ReactiveMapper mapper) {
        return mapper.get(Person.class, 2L)
                .flatMap(person -> mapper.update(new Person(2L, person.email(), "x", null, 77L, null)));
    }

    private static Arguments failure(
            String name, Class<? extends DataAccessException> type, Function<ReactiveMapper, Publisher<?>> work) {
        return Arguments.of(name, type, work);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void theMapperEmitsExceptionsOfSpring(
            String name, Class<? extends DataAccessException> type, Function<ReactiveMapper, Publisher<?>> work) {
        StepVerifier.create(Flux.from(work.apply(mapper)).ignoreElements())
                .verifyErrorSatisfies(
                        error -> assertThat(error).isInstanceOf(type).hasCauseInstanceOf(MapperException.class));
        database.execute("alter table if exists others rename to documents");
    }

    @Test
    void retriesWorkWithTranslatedErrors() {
        AtomicInteger attempts = new AtomicInteger();
        Mono<Integer> work = Mono.defer(() -> attempts.incrementAndGet() < 3
                ? mapper.sql("select unserializable() as n")
                        .map(row -> row.get("n", Integer.class))
                        .one()
                : Mono.just(attempts.get()));

        StepVerifier.create(
                        mapper.transactional(work, TransactionOptions.defaults().retry(2)))
                .expectNext(3)
                .verifyComplete();
        attempts.set(0);
        StepVerifier.create(mapper.transactional(work)).verifyError(CannotAcquireLockException.class);
    }

    @Test
    void aTransactionOfSpringRollsBackOrContinuesAfterATranslatedError() {
        TransactionalOperator transactional =
                TransactionalOperator.create(application.getBean(ReactiveTransactionManager.class));
        Person first = new Person(null, "first@example.org", "first", null, null, null);

        StepVerifier.create(mapper.insert(first).then(mapper.insert(DUPLICATE)).as(transactional::transactional))
                .verifyError(DuplicateKeyException.class);
        assertThat(stored()).isZero();

        StepVerifier.create(mapper.insert(first)
                        .then(mapper.transactional(mapper.insert(DUPLICATE)))
                        .onErrorResume(DuplicateKeyException.class, error -> Mono.empty())
                        .as(transactional::transactional))
                .verifyComplete();
        assertThat(stored()).isOne();
    }

    private long stored() {
        return database.queryLong("select count(*) from humans where mail_text = 'first@example.org'");
    }

    @Test
    void translatedErrorsHaveTheSameResponses() {
        assertThat(get("/annotated/people/99").status()).isEqualTo(404);
        assertThat(get("/functional/windows?cursor=abc").status()).isEqualTo(400);
    }
}
