package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Kennel;
import dev.kindred.it.entity.Kennel_;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Operators that cancel their source, on reads and on transactions, with a pool of one connection. */
@Tag("any-jdk")
class OperatorsThatCancelIntegrationTests {

    private static final int TIMES = 20;
    private static final int TIMES_OF_EACH = 4;

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, Kennel.TABLES, ToManyOperations.TABLES)
            .resetBefore(
                    Schema.EMPTY, Schema.users(50), Kennel.rows(20), ToManyOperations.EMPTY, ToManyOperations.ROWS);

    private static final Map<String, Function<Flux<?>, Publisher<?>>> OPERATORS = new LinkedHashMap<>();
    private static final Map<String, Function<ReactiveMapper, Flux<?>>> SOURCES = new LinkedHashMap<>();

    static {
        OPERATORS.put("take(1)", source -> source.take(1));
        OPERATORS.put("next", Flux::next);
        OPERATORS.put("timeout", source -> source.timeout(Duration.ofMillis(2)));
        OPERATORS.put("zip with an error", source -> Flux.zip(source, failure()));
        OPERATORS.put(
                "zip with a late error",
                source -> Flux.zip(source, Mono.delay(Duration.ofMillis(2)).then(failure())));

        SOURCES.put("read", mapper -> mapper.from(User.class).all());
        SOURCES.put(
                "preload",
                mapper -> mapper.from(User.class).preload(User_.PROFILE).all());
        SOURCES.put("handles", mapper -> mapper.from(User.class).all().flatMap(User::profile));
        SOURCES.put("long lists", mapper -> mapper.from(Kennel.class).all().flatMap(Kennel::dogs));
        SOURCES.put(
                "preload of lists",
                mapper -> mapper.from(Kennel.class).preload(Kennel_.DOGS).all());
        SOURCES.put(
                "limited preload of lists",
                mapper -> mapper.from(Kennel.class)
                        .preload(Kennel_.DOGS, dogs -> dogs.limitEach(2))
                        .all());
        SOURCES.put("stream", mapper -> mapper.from(User.class).orderBy(User_.ID.asc()).stream());
        SOURCES.put(
                "transaction",
                mapper -> mapper.insert(User.of("pair"))
                        .flatMap(user -> mapper.insert(Profile.of(user.id(), "pair")))
                        .as(mapper::transactional)
                        .flux());
        SOURCES.put(
                "savepoint",
                mapper -> mapper.insert(User.of("pair"))
                        .flatMap(user ->
                                mapper.insert(Profile.of(user.id(), "pair")).as(mapper::transactional))
                        .as(mapper::transactional)
                        .flux());
    }

    private static <T> Mono<T> failure() {
        return Mono.error(new IllegalStateException("the other side"));
    }

    static Stream<Arguments> pairs() {
        return OPERATORS.keySet().stream()
                .flatMap(operator -> SOURCES.keySet().stream().map(source -> Arguments.of(operator, source)));
    }

    @ParameterizedTest(name = "{0} of a {1}")
    @MethodSource("pairs")
    void theNextCallerHasAConnectionOutsideATransaction(String operator, String source) {
        ReactiveMapper mapper =
                ReactiveMapper.builder(database.newPool(1)).siblingRows(12).build();
        Function<Flux<?>, Publisher<?>> cancelling = OPERATORS.get(operator);
        Function<ReactiveMapper, Flux<?>> sources = SOURCES.get(source);

        Flux.range(0, TIMES)
                .concatMap(i -> Flux.from(cancelling.apply(sources.apply(mapper)))
                        .onErrorComplete()
                        .then(mapper.insert(User.of("next"))))
                .blockLast();

        assertThat(database.postgres().queryLong("select count(*) from users where email = 'next'"))
                .isEqualTo(TIMES);
        assertThat(database.postgres().queryLong("select count(*) from users where email = 'pair'"))
                .isEqualTo(database.postgres().queryLong("select count(*) from profiles where name = 'pair'"));
    }

    static Stream<String> operators() {
        return OPERATORS.keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operators")
    void operationsOnRelationsToManyRowsEndCleanly(String operator) {
        ReactiveMapper mapper =
                ReactiveMapper.builder(database.newPool(1)).siblingRows(4).build();
        Function<Flux<?>, Publisher<?>> cancelling = OPERATORS.get(operator);
        Map<String, Function<ReactiveMapper, Publisher<?>>> operations = new LinkedHashMap<>(ToManyOperations.reads());
        operations.putAll(ToManyOperations.writes());

        Flux.fromIterable(operations.values())
                .concatMap(operation -> Flux.range(0, TIMES_OF_EACH)
                        .concatMap(i -> Flux.from(cancelling.apply(Flux.from(operation.apply(mapper))))
                                .onErrorComplete()
                                .then(mapper.insert(User.of("next")))))
                .blockLast();

        assertThat(database.postgres().queryLong("select count(*) from users where email = 'next'"))
                .isEqualTo((long) TIMES_OF_EACH * operations.size());
        assertThat(database.postgres()
                        .queryLong("select count(*) from orders o join clients c on c.id = o.client_id"
                                + " where c.name = 'new'"))
                .isEqualTo(3 * database.postgres().queryLong("select count(*) from clients where name = 'new'"));
        assertThat(database.postgres()
                        .queryLong("select count(*) from seats s join squads q on q.id = s.squad_id"
                                + " where q.name like 'new%' and s.account_id = 1"))
                .isLessThanOrEqualTo(
                        database.postgres().queryLong("select count(*) from squads where name like 'new%'"));
    }
}
