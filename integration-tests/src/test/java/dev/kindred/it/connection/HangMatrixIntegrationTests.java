package dev.kindred.it.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Operations on relations to many rows while a read of them waits, with a pool of one connection. */
@Tag("any-jdk")
class HangMatrixIntegrationTests {

    private static final Duration HANGS = Duration.ofSeconds(30);

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(ToManyOperations.TABLES)
            .resetBefore(ToManyOperations.EMPTY, ToManyOperations.ROWS);

    static Stream<String> reads() {
        return ToManyOperations.reads().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    @Timeout(300)
    void noOperationInsideAReadWaitsForever(String read) {
        ReactiveMapper mapper =
                ReactiveMapper.builder(database.newPool(1)).siblingRows(2).build();
        Function<ReactiveMapper, Publisher<?>> outer = ToManyOperations.reads().get(read);
        Map<String, Function<ReactiveMapper, Publisher<?>>> inner = new LinkedHashMap<>(ToManyOperations.reads());
        inner.putAll(ToManyOperations.writes());

        List<String> failures = new ArrayList<>();
        inner.forEach((name, operation) -> forms(mapper, outer, operation).forEach((form, work) -> {
            try {
                assertThat(Flux.from(work).count().block(HANGS)).isNotNull();
            } catch (RuntimeException e) {
                failures.add(name + ", " + form + ": " + e);
            }
        }));
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    void aSubscriberThatRequestsOneRowHoldsNoConnection(String read) {
        ReactiveMapper mapper =
                ReactiveMapper.builder(database.newPool(1)).siblingRows(2).build();

        CompletableFuture<Object> first = new CompletableFuture<>();
        BaseSubscriber<Object> subscriber = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.request(1);
            }

            @Override
            protected void hookOnNext(Object value) {
                first.complete(value);
            }
        };
        ToManyOperations.reads().get(read).apply(mapper).subscribe(subscriber);
        assertThat(Mono.fromFuture(first).block(HANGS)).isNotNull();

        ToManyOperations.reads()
                .values()
                .forEach(other -> assertThat(
                                Flux.from(other.apply(mapper)).count().block(HANGS))
                        .isPositive());
        subscriber.cancel();
    }

    private static Map<String, Publisher<?>> forms(
            ReactiveMapper mapper,
            Function<ReactiveMapper, Publisher<?>> outer,
            Function<ReactiveMapper, Publisher<?>> inner) {
        Flux<Object> read = Flux.from(outer.apply(mapper)).cast(Object.class);
        Flux<Object> each = Flux.defer(() -> inner.apply(mapper)).cast(Object.class);
        Map<String, Publisher<?>> forms = new LinkedHashMap<>();
        forms.put("flatMap", read.flatMap(row -> each));
        forms.put("concatMap", read.concatMap(row -> each, 1));
        forms.put("transaction", mapper.transactional(read.flatMap(row -> each)));
        forms.put("transactions", read.concatMap(row -> mapper.transactional(each)));
        return forms;
    }
}
