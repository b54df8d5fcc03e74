package dev.kindred.it.boot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.jackson.JacksonJsonFormat;
import dev.kindred.reactor.spi.Auditor;
import dev.kindred.reactor.spi.EntityCallback;
import dev.kindred.reactor.spi.EntityWrite;
import dev.kindred.reactor.spi.TransactionBridge;
import dev.kindred.schema.Schema;
import dev.kindred.spring.boot.error.KindredConfigurationException;
import dev.kindred.spring.transaction.SpringTransactionBridge;
import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import dev.kindred.type.JsonFormat;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;

/** The beans of an application that take part in writes: which of several is used, and in which order. */
@ExtendWith(OutputCaptureExtension.class)
class WriteBeansIntegrationTests {

    private static final Auditor ADA = context -> Mono.just("ada");
    private static final Auditor BOB = context -> Mono.just("bob");

    private static PostgresDatabase database;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Plain.class)
            .withPropertyValues("spring.flyway.enabled=false", "spring.r2dbc.url=" + database.r2dbcUrl());

    @BeforeAll
    static void createDatabase() {
        database = PostgresServer.shared().createDatabase();
        database.execute(Letter.TABLE);
    }

    @BeforeEach
    void noLetters() {
        database.execute("truncate letters restart identity");
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    private static <T> T run(Mono<T> work) {
        return work.block(Duration.ofSeconds(20));
    }

    private static Letter letter(String text) {
        return new Letter(null, text, null, null);
    }

    @Test
    void callbacksHaveTheOrderOfTheirBeans() {
        application.withUserConfiguration(Callbacks.class).run(context -> {
            ReactiveMapper mapper = context.getBean(ReactiveMapper.class);
            @SuppressWarnings("unchecked") // the type of the bean
            List<String> calls = context.getBean("calls", List.class);

            Letter written = run(mapper.insert(letter("-")));
            assertThat(written.text()).isEqualTo("-abcz");
            assertThat(taken(calls)).containsExactly("a-", "b-a", "c-ab", "z-abc", "A", "B", "C", "Z");

            assertThat(run(mapper.update(new Letter(written.id(), "+", null, null)))
                            .text())
                    .isEqualTo("+abcz");
            assertThat(taken(calls)).containsExactly("a+", "b+a", "c+ab", "z+abc", "A", "B", "C", "Z");

            assertThat(run(mapper.insertAll(List.of(letter("1"), letter("2")))
                            .map(Letter::text)
                            .collectList()))
                    .containsExactly("1abcz", "2abcz");
            assertThat(taken(calls)).startsWith("a1", "b1a", "c1ab", "z1abc").endsWith("A", "B", "C", "Z");

            run(mapper.delete(written));
            assertThat(taken(calls)).hasSize(8).endsWith("A", "B", "C", "Z");
        });
    }

    private static List<String> taken(List<String> calls) {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    @Test
    void thePrimaryAuditorIsUsed() {
        application
                .withBean("ada", Auditor.class, () -> ADA)
                .withBean("bob", Auditor.class, () -> BOB, definition -> definition.setPrimary(true))
                .run(context -> assertThat(
                                run(context.getBean(ReactiveMapper.class).insert(letter("x")))
                                        .createdBy())
                        .isEqualTo("bob"));
        application
                .withUserConfiguration(PrimaryAuditor.class)
                .run(context -> assertThat(
                                run(context.getBean(ReactiveMapper.class).insert(letter("x")))
                                        .createdBy())
                        .isEqualTo("ada"));
    }

    static Stream<Arguments> several() {
        return Stream.of(
                Arguments.of(Auditor.class, (Supplier<?>) () -> ADA),
                Arguments.of(JsonFormat.class, (Supplier<?>) () -> JacksonJsonFormat.create()),
                Arguments.of(Schema.class, (Supplier<?>) () -> Schema.of(Letter.class)),
                Arguments.of(TransactionBridge.class, (Supplier<?>) () -> SpringTransactionBridge.of(factory())));
    }

    private static ConnectionFactory factory() {
        return new PostgresqlConnectionFactory(
                database.connectionConfiguration().build());
    }

    @ParameterizedTest
    @MethodSource("several")
    <T> void severalBeansWithoutAPrimaryOneEndTheStart(Class<T> type, Supplier<T> bean) {
        application
                .withPropertyValues("kindred.schema.verify=warn")
                .withBean("first", type, bean)
                .withBean("second", type, bean)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(KindredConfigurationException.class)
                        .hasMessage(type.getSimpleName() + ": The application has several beans of the type "
                                + type.getName() + ": first, second. Mark one of them with @Primary."));
    }

    @Test
    void severalClocksAreReported(CapturedOutput output) {
        application
                .withBean("first", Clock.class, Clock::systemUTC)
                .withBean("second", Clock.class, Clock::systemUTC)
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).contains("There are several Clock beans");
    }

    /** Has no callback. */
    @EnableAutoConfiguration
    static class Plain {}

    /** Has two auditors. */
    static class PrimaryAuditor {

        @Bean
        @Primary
        Auditor ada() {
            return ADA;
        }

        @Bean
        Auditor bob() {
            return BOB;
        }
    }

    /** Declares its callbacks in another order than that of their calls. */
    static class Callbacks {

        @Bean
        List<String> calls() {
            return new ArrayList<>();
        }

        @Bean
        EntityCallback<Letter> last(List<String> calls) {
            return new Appending("z", calls);
        }

        @Bean
        OrderedAppending third(List<String> calls) {
            return new OrderedAppending("c", calls);
        }

        @Bean
        @Order(2)
        EntityCallback<Letter> second(List<String> calls) {
            return new Appending("b", calls);
        }

        @Bean
        @Order(1)
        EntityCallback<Letter> first(List<String> calls) {
            return new Appending("a", calls);
        }
    }

    /** Appends its mark to the text of a letter. */
    private static class Appending implements EntityCallback<Letter> {

        private final String mark;
        private final List<String> calls;

        Appending(String mark, List<String> calls) {
            this.mark = mark;
            this.calls = calls;
        }

        @Override
        public Class<Letter> type() {
            return Letter.class;
        }

        @Override
        public Mono<Letter> before(Letter letter, EntityWrite write) {
            return Mono.fromSupplier(() -> {
                calls.add(mark + letter.text());
                return new Letter(letter.id(), letter.text() + mark, letter.createdBy(), letter.updatedBy());
            });
        }

        @Override
        public Mono<Void> after(Letter letter, EntityWrite write) {
            return Mono.fromRunnable(() -> calls.add(mark.toUpperCase(Locale.ROOT)));
        }
    }

    /** Has its order as an object. */
    private static final class OrderedAppending extends Appending implements Ordered {

        OrderedAppending(String mark, List<String> calls) {
            super(mark, calls);
        }

        @Override
        public int getOrder() {
            return 3;
        }
    }
}
