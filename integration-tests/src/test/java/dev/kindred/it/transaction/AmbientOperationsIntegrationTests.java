package dev.kindred.it.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.TransactionException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every operation in the transaction of a framework. The pool has one connection, which the framework holds. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class AmbientOperationsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, "create unique index on profiles (user_id)")
            .resetBefore(Schema.EMPTY, Schema.users(20));

    @Parameter
    boolean asynchronous;

    private final StatementRecorder recorder = new StatementRecorder();
    private Framework framework;
    private ReactiveMapper mapper;

    @FunctionalInterface
    interface Work extends Function<ReactiveMapper, Publisher<?>> {}

    @BeforeEach
    void frameworkOnAPoolOfOne() {
        framework = new Framework(database.newPool(1), asynchronous);
        mapper = ReactiveMapper.builder(framework).listener(recorder).build();
    }

    private <T> List<T> inTransaction(Publisher<T> work) {
        return framework.transactional(Flux.from(work)).block(Duration.ofSeconds(20));
    }

    private void rolledBack(Publisher<?> work) {
        assertThatThrownBy(
                        () -> inTransaction(Flux.from(work).then(Mono.error(new IllegalStateException("rolled back")))))
                .hasMessage("rolled back");
    }

    static Stream<Work> works() {
        User user = new User(1L, "u1", null);
        User stored = new User(20L, "u20", null);
        return Stream.of(
                mapper -> mapper.find(User.class, 1L),
                mapper -> mapper.from(User.class).count(),
                mapper -> mapper.from(User.class).where(User_.ID.lt(4L)).all(),
                mapper -> mapper.from(User.class).preload(User_.PROFILE).all(),
                mapper -> mapper.from(User.class).preload(User_.PROFILE).stream(7),
                mapper -> mapper.from(User.class).all().flatMap(User::profile),
                mapper -> mapper.preload(List.of(user), User_.PROFILE).flatMap(User::profile),
                mapper -> mapper.related(user, User_.PROFILE).get(),
                mapper -> mapper.sql("select 1 as one").execute(),
                mapper -> mapper.insert(User.of("new")),
                mapper -> mapper.insertAll(Flux.just(User.of("a"), User.of("b"))),
                mapper -> mapper.copyIn(Flux.just(User.of("a"), User.of("b"))),
                mapper -> mapper.update(stored),
                mapper -> mapper.delete(User.class).where(User_.ID.eq(1L)).execute(),
                mapper -> mapper.related(user, User_.PROFILE).replace(Profile.of(null, "replaced")),
                mapper -> mapper.related(User.of("pair"), User_.PROFILE).create(Profile_.NAME.set("pair")),
                mapper -> mapper.related(user, User_.PROFILE).firstOrCreate(Profile_.NAME.set("first")),
                mapper -> mapper.schema(User.class, Profile.class).verify(),
                mapper -> mapper.transactional(mapper.insert(User.of("new"))),
                mapper -> mapper.transactional(mapper.from(User.class).all().flatMap(User::profile)));
    }

    @ParameterizedTest
    @MethodSource("works")
    void everyOperationUsesTheConnectionOfTheFramework(Work work) {
        inTransaction(Flux.from(work.apply(mapper)).cast(Object.class));

        assertThat(framework.requests()).isEmpty();
        assertThat(recorder.texts()).isNotEmpty();
        List<String> sent = framework.sent();
        assertThat(sent).last().isEqualTo("commit of the framework");
        assertThat(sent.subList(0, sent.size() - 1))
                .isEqualTo(recorder.texts().stream()
                        .filter(text -> !text.startsWith("COPY"))
                        .toList());
        assertThat(recorder.texts())
                .noneMatch(
                        text -> text.startsWith("BEGIN") || text.startsWith("COMMIT") || text.startsWith("ROLLBACK"));
    }

    @ParameterizedTest
    @MethodSource("works")
    void everyOperationIsUndoneByTheFramework(Work work) {
        String state = state();

        rolledBack(work.apply(mapper));

        assertThat(state()).isEqualTo(state);
        assertThat(mapper.from(User.class).count().block()).isEqualTo(20);
    }

    private static String state() {
        return String.valueOf(database.postgres()
                .queryOne("select string_agg(concat(u::text, p::text), ',' order by u.id) as state"
                        + " from users u left join profiles p on p.user_id = u.id")
                .get("state"));
    }

    @ParameterizedTest
    @MethodSource("works")
    void afterTheEndNothingIsSent(Work work) {
        AtomicReference<Framework.Running> ended = new AtomicReference<>();
        framework.transactional(mapper.from(User.class).all(), ended::set).block();
        recorder.clear();

        assertThatExceptionOfType(TransactionException.class)
                .isThrownBy(() -> Flux.from(work.apply(mapper))
                        .contextWrite(Framework.context(ended.get()))
                        .blockLast(Duration.ofSeconds(20)))
                .withMessageContaining("has ended");

        assertThat(recorder.texts()).isEmpty();
        assertThat(framework.sent()).last().isEqualTo("commit of the framework");
        assertThat(framework.requests()).isEmpty();
    }
}
