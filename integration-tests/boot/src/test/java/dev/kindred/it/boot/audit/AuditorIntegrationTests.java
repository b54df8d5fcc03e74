package dev.kindred.it.boot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.spi.Auditor;
import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.web.server.reactive.context.AnnotationConfigReactiveWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** The auditor of the mapper in an application with Spring Security. */
class AuditorIntegrationTests {

    private static PostgresDatabase database;

    private final ReactiveWebApplicationContextRunner application = new ReactiveWebApplicationContextRunner(
                    AnnotationConfigReactiveWebServerApplicationContext::new)
            .withUserConfiguration(SecuredApplication.class)
            .withPropertyValues(
                    "spring.flyway.enabled=false",
                    "server.port=0",
                    "spring.r2dbc.url=" + database.r2dbcUrl(),
                    "kindred.pool.max-size=1");

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

    @Test
    void theUserOfTheRequestIsTheAuditor() {
        application.run(context -> {
            WebTestClient client = WebTestClient.bindToApplicationContext(context)
                    .configureClient()
                    .responseTimeout(Duration.ofSeconds(30))
                    .build();

            Letter written = client.post()
                    .uri("/letters")
                    .headers(headers -> headers.setBasicAuth("ada", "secret"))
                    .bodyValue("one")
                    .exchange()
                    .expectBody(Letter.class)
                    .returnResult()
                    .getResponseBody();
            Letter changed = client.put()
                    .uri("/letters/1")
                    .headers(headers -> headers.setBasicAuth("bob", "secret"))
                    .bodyValue("two")
                    .exchange()
                    .expectBody(Letter.class)
                    .returnResult()
                    .getResponseBody();
            Letter anonymous = client.post()
                    .uri("/letters")
                    .bodyValue("three")
                    .exchange()
                    .expectBody(Letter.class)
                    .returnResult()
                    .getResponseBody();

            assertThat(written).isEqualTo(new Letter(1L, "one", "ada", "ada"));
            assertThat(changed).isEqualTo(new Letter(1L, "two", "ada", "bob"));
            assertThat(anonymous).isEqualTo(new Letter(2L, "three", null, null));
        });
    }

    @Test
    void aBeanReplacesTheAuditor() {
        application.withUserConfiguration(OwnAuditor.class).run(context -> {
            assertThat(context).hasSingleBean(Auditor.class);

            assertThat(insert(context)).isEqualTo("own");
        });
    }

    @Test
    void withoutSpringSecurityThereIsNoAuditor() {
        new ApplicationContextRunner()
                .withUserConfiguration(Plain.class)
                .withPropertyValues("spring.flyway.enabled=false", "spring.r2dbc.url=" + database.r2dbcUrl())
                .withClassLoader(new FilteredClassLoader(ReactiveSecurityContextHolder.class))
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(Auditor.class);
                    assertThat(insert(context)).isNull();
                });
    }

    private static String insert(ApplicationContext context) {
        return context.getBean(ReactiveMapper.class)
                .insert(new Letter(null, "one", null, null))
                .block(Duration.ofSeconds(20))
                .createdBy();
    }

    /** Has an auditor. */
    static class OwnAuditor {

        @Bean
        Auditor own() {
            return context -> Mono.just("own");
        }
    }

    /** Has no security. */
    @EnableAutoConfiguration
    static class Plain {}
}
