package dev.kindred.it.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.ReactiveMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** When an operator emits the value of a transaction, the transaction is committed, for every operator. */
class OperatorTableIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY);

    private static final Map<String, Function<Flux<User>, Publisher<?>>> OPERATORS = new LinkedHashMap<>();

    static {
        OPERATORS.put("next", Flux::next);
        OPERATORS.put("take(1)", users -> users.take(1));
        OPERATORS.put("take(3)", users -> users.take(3).collectList());
        OPERATORS.put("first of two", users -> Flux.firstWithValue(users, Flux.never()));
        OPERATORS.put("elementAt", users -> users.elementAt(1));
        OPERATORS.put("any", users -> users.any(user -> true));
        OPERATORS.put("hasElements", Flux::hasElements);
        OPERATORS.put("takeUntil", users -> users.takeUntil(user -> true));
        OPERATORS.put("takeWhile", users -> users.takeWhile(user -> user.email().equals("user0")));
        OPERATORS.put("collectList", Flux::collectList);
        OPERATORS.put("reduce", users -> users.reduce((first, second) -> second));
        OPERATORS.put("zip", users -> Flux.zip(users, Flux.just(1)));
        OPERATORS.put("timeout", users -> users.timeout(Duration.ofSeconds(20)));
        OPERATORS.put("switchMap", users -> users.switchMap(Mono::just));
        OPERATORS.put("limitRate and last", users -> users.limitRate(1).last());
    }

    static Stream<Arguments> operators() {
        return OPERATORS.entrySet().stream()
                .flatMap(operator -> Stream.of("Flux", "Mono", "chunks", "requiresNew")
                        .map(kind -> Arguments.of(operator.getKey(), kind, operator.getValue())));
    }

    @ParameterizedTest(name = "{0} of a {1}")
    @MethodSource("operators")
    void anEmittedValueIsCommitted(String operator, String kind, Function<Flux<User>, Publisher<?>> terminal) {
        ReactiveMapper mapper = ReactiveMapper.create(database.pool());
        Flux<User> inserts = Flux.range(0, 3).concatMap(i -> mapper.insert(User.of("user" + i)));
        Flux<User> transaction = switch (kind) {
            case "Flux" -> inserts.as(mapper::transactional).flatMapIterable(users -> users);
            case "Mono" ->
                Mono.defer(() -> inserts.collectList())
                        .as(mapper::transactional)
                        .flatMapIterable(users -> users);
            case "chunks" ->
                mapper.insertAll(
                        Flux.range(0, 3).map(i -> User.of("user" + i)),
                        ChunkOptions.defaults().size(1).atomic());
            default -> mapper.requiresNew(inserts.collectList()).flatMapIterable(users -> users);
        };

        Object value = Flux.from(terminal.apply(transaction)).blockFirst(Duration.ofSeconds(20));

        assertThat(value).isNotNull();
        assertThat(database.postgres().queryLong("select count(*) from users")).isEqualTo(3);
    }

    @Test
    void emittingBeforeTheCommitIsWhatLosesRows() {
        ReactiveMapper mapper = ReactiveMapper.create(database.pool());
        Flux<User> naive = Flux.usingWhen(
                database.pool().create(),
                connection -> Mono.from(connection.beginTransaction())
                        .thenMany(Flux.range(0, 3)
                                .concatMap(i -> Flux.from(connection
                                                .createStatement("insert into users (email) values ($1) returning id")
                                                .bind(0, "user" + i)
                                                .execute())
                                        .concatMap(result ->
                                                result.map(row -> new User(row.get(0, Long.class), "x", null))))),
                connection -> Mono.from(connection.commitTransaction()).then(Mono.from(connection.close())),
                (connection, error) ->
                        Mono.from(connection.rollbackTransaction()).then(Mono.from(connection.close())),
                connection -> Mono.from(connection.rollbackTransaction()).then(Mono.from(connection.close())));

        assertThat(naive.take(3).collectList().block()).hasSize(3);
        assertThat(mapper.from(User.class)
                        .where(User_.EMAIL.startsWith("user"))
                        .count()
                        .block())
                .isZero();
    }
}
