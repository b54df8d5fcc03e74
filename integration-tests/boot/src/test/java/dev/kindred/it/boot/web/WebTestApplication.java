package dev.kindred.it.boot.web;

import dev.kindred.reactor.Connections;
import dev.kindred.reactor.jackson.RelationModule;
import dev.kindred.test.internal.PostgresDatabase;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** An application with a pool of one connection on the database of a test. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({People.class, PeopleController.class, PeopleRoutes.class, Export.class})
class WebTestApplication {

    /** Starts the application on a free port. */
    static ConfigurableApplicationContext start(PostgresDatabase database, String... properties) {
        return new SpringApplicationBuilder(WebTestApplication.class)
                .properties("server.port=0", "server.address=127.0.0.1", "test.url=" + database.r2dbcUrl())
                .properties(List.of(properties).toArray(new String[0]))
                .properties("spring.flyway.enabled=false")
                .run();
    }

    static String url(ConfigurableApplicationContext application) {
        int port = ((ReactiveWebServerApplicationContext) application)
                .getWebServer()
                .getPort();
        return "http://127.0.0.1:" + port;
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool connectionFactory(Environment environment) {
        return Connections.builder(environment.getRequiredProperty("test.url"))
                .maxSize(1)
                .acquireTimeout(Duration.ofSeconds(20))
                .build();
    }

    @Bean
    RelationModule relationModule() {
        return new RelationModule();
    }
}
