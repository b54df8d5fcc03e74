package dev.kindred.it.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.PreloadLimitException;
import dev.kindred.error.RelationNotLoadedException;
import dev.kindred.error.StatementTimeoutException;
import dev.kindred.error.TransactionException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.boot.app.Profile;
import dev.kindred.it.boot.app.Profile_;
import dev.kindred.it.boot.app.Tables;
import dev.kindred.it.boot.app.User;
import dev.kindred.it.boot.app.User_;
import dev.kindred.query.Window;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.spi.StatementListener;
import dev.kindred.spring.boot.ReactiveMapperBuilderCustomizer;
import io.r2dbc.pool.ConnectionPool;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;

/** The properties and beans that change the mapper. */
@ExtendWith(OutputCaptureExtension.class)
class SettingsIntegrationTests extends BootTests {

    @BeforeEach
    void twoUsers() {
        database.execute(Tables.EMPTY
                + "; insert into users (email) values ('ann@example.org'), ('bob@example.org');"
                + "insert into profiles (user_id, name) values (1, 'Ann');"
                + "insert into notes (user_id, text) values (1, 'a'), (2, 'b')");
    }

    @Test
    void implicitLoadsCanBeForbidden() {
        application().withPropertyValues("kindred.relations.load-mode=forbid").run(context -> {
            ReactiveMapper mapper = context.getBean(ReactiveMapper.class);

            assertThatExceptionOfType(RelationNotLoadedException.class)
                    .isThrownBy(() -> run(mapper.find(User.class, 1L).flatMap(User::profile)));
            assertThat(run(mapper.from(User.class)
                            .where(User_.ID.eq(1L))
                            .preload(User_.PROFILE)
                            .one()
                            .flatMap(User::profile)))
                    .extracting(Profile::name)
                    .isEqualTo("Ann");
        });
    }

    @Test
    void readsByKeyCanBeShared() {
        List<Integer> callers = new CopyOnWriteArrayList<>();
        application()
                .withPropertyValues("kindred.shared-reads=when-busy")
                .withBean(StatementListener.class, () -> execution -> callers.add(execution.callers()))
                .run(context -> {
                    ReactiveMapper mapper = context.getBean(ReactiveMapper.class);

                    assertThat(run(Flux.range(0, 200)
                                    .flatMap(i -> mapper.find(User.class, 1 + i % 2))
                                    .count()))
                            .isEqualTo(200);
                    assertThat(callers).hasSizeLessThan(200).anyMatch(count -> count > 1);
                });
    }

    @Test
    void writesOfOneRowCanBeShared() {
        List<Integer> callers = new CopyOnWriteArrayList<>();
        application()
                .withPropertyValues("kindred.shared-writes=when-busy")
                .withBean(StatementListener.class, () -> execution -> callers.add(execution.callers()))
                .run(context -> {
                    ReactiveMapper mapper = context.getBean(ReactiveMapper.class);

                    assertThat(run(Flux.range(0, 200)
                                    .flatMap(i -> mapper.insert(User.of("shared" + i + "@example.org")))
                                    .count()))
                            .isEqualTo(200);
                    assertThat(callers).hasSizeLessThan(200).anyMatch(count -> count > 1);
                });
    }

    @Test
    void theTimeOfAStatementIsLimited() {
        application().withPropertyValues("kindred.statement-timeout=200ms").run(context -> {
            ReactiveMapper mapper = context.getBean(ReactiveMapper.class);

            assertThatExceptionOfType(StatementTimeoutException.class)
                    .isThrownBy(() -> run(mapper.sql("select pg_sleep(60)").execute()));
        });
    }

    @Test
    void theTimeOfATransactionIsLimited() {
        application().withPropertyValues("kindred.transaction.timeout=200ms").run(context -> {
            ReactiveMapper mapper = context.getBean(ReactiveMapper.class);

            assertThatExceptionOfType(TransactionException.class)
                    .isThrownBy(() ->
                            run(mapper.sql("select pg_sleep(60)").execute().as(mapper::transactional)));
        });
    }

    @Test
    void theSizeOfPreloadsIsLimited() {
        application().withPropertyValues("kindred.relations.preload-rows=1").run(context -> {
            ReactiveMapper mapper = context.getBean(ReactiveMapper.class);

            assertThat(run(mapper.from(User.class).preload(User_.PROFILE).all().collectList()))
                    .hasSize(2);
            assertThatExceptionOfType(PreloadLimitException.class)
                    .isThrownBy(() -> run(
                            mapper.from(User.class).preload(User_.NOTES).all().collectList()));
        });
    }

    @Test
    void cursorsAreValidInEveryInstanceWithTheKey() {
        String key = "kindred.cursor-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
        AtomicReference<String> cursor = new AtomicReference<>();

        application()
                .withPropertyValues(key)
                .run(context -> cursor.set(
                        page(context.getBean(ReactiveMapper.class), null).next()));
        application()
                .withPropertyValues(key)
                .run(context -> assertThat(page(context.getBean(ReactiveMapper.class), cursor.get())
                                .rows())
                        .extracting(User::email)
                        .containsExactly("bob@example.org"));
    }

    private static Window<User> page(ReactiveMapper mapper, String cursor) {
        return run(mapper.from(User.class).orderBy(User_.ID.asc()).scroll(1, cursor));
    }

    @Test
    void textsOfTheServerAreHiddenUnlessWanted() {
        String detail = "ann@example.org";

        application()
                .run(context -> assertThat(duplicate(context.getBean(ReactiveMapper.class)))
                        .doesNotContain(detail));
        application()
                .withPropertyValues("kindred.expose-server-messages=true")
                .run(context -> assertThat(duplicate(context.getBean(ReactiveMapper.class)))
                        .contains("duplicate key"));
    }

    private static String duplicate(ReactiveMapper mapper) {
        AtomicReference<String> message = new AtomicReference<>();
        assertThatExceptionOfType(UniqueViolationException.class)
                .isThrownBy(() -> run(mapper.insert(User.of("ann@example.org"))))
                .satisfies(error -> message.set(error.getMessage()));
        return message.get();
    }

    @Test
    void statementsAreLoggedAtTheLevelDebug(CapturedOutput output) {
        application().run(context -> run(context.getBean(ReactiveMapper.class).find(User.class, 1L)));
        assertThat(output).doesNotContain("dev.kindred.sql");

        application()
                .withPropertyValues("kindred.log-statements=true")
                .run(context -> assertThatExceptionOfType(UniqueViolationException.class)
                        .isThrownBy(
                                () -> run(context.getBean(ReactiveMapper.class).insert(User.of("ann@example.org")))));
        assertThat(output).contains("dev.kindred.sql").contains("FAILED").doesNotContain("ann@example.org");
    }

    @Test
    void listenersAndCustomizersAreBeans() {
        List<String> first = new CopyOnWriteArrayList<>();
        List<String> second = new CopyOnWriteArrayList<>();
        StatementListener bean = execution -> first.add(execution.sql());
        StatementListener added = execution -> second.add(execution.sql());

        application()
                .withBean("listener", StatementListener.class, () -> bean)
                .withBean(ReactiveMapperBuilderCustomizer.class, () -> builder -> builder.listener(added))
                .run(context -> run(context.getBean(ReactiveMapper.class).find(Profile.class, 1L)));

        assertThat(first).hasSize(1).allMatch(sql -> sql.contains(Profile_.MODEL.table()));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void workBesideATransactionOfAnotherFactoryCanBeAnError() {
        application()
                .withPropertyValues("kindred.transaction.other-factory=error")
                .run(context -> {
                    ReactiveMapper mapper = context.getBean(ReactiveMapper.class);
                    TransactionalOperator other = TransactionalOperator.create(new R2dbcTransactionManager(
                            context.getBean(ConnectionPool.class).unwrap()));

                    assertThatExceptionOfType(TransactionException.class)
                            .isThrownBy(() -> run(other.transactional(mapper.find(User.class, 1L))))
                            .withMessageContaining("another ConnectionFactory");
                });
    }
}
