package dev.kindred.it.boot.web;

import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Starts each application alone: the end of an application of Spring Boot closes the event loops of all. */
class ConsoleOffIntegrationTests {

    @ParameterizedTest
    @CsvSource({
        "spring.main.banner-mode=off, spring.main.banner-mode=off",
        "kindred.console.enabled=false, spring.main.banner-mode=off",
        "kindred.console.enabled=true, spring.profiles.active=prod",
        "kindred.console.enabled=true, spring.profiles.active=production"
    })
    void itIsOffByDefaultAndInProduction(String first, String second) {
        try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
            database.execute(Person.TABLES);
            try (ConfigurableApplicationContext application = WebTestApplication.start(database, first, second)) {
                WebTestClient client = WebTestClient.bindToServer()
                        .baseUrl(WebTestApplication.url(application))
                        .build();
                client.get().uri("/kindred/").exchange().expectStatus().isNotFound();
                client.get().uri("/annotated/pages").exchange().expectHeader().doesNotExist("Kindred-Request");
            }
        }
    }
}
