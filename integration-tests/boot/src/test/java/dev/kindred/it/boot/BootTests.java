package dev.kindred.it.boot;

import dev.kindred.it.boot.app.Application;
import dev.kindred.it.boot.app.Tables;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.core.publisher.Mono;

/** An application on a database with its tables. */
abstract class BootTests {

    static PostgresDatabase database;

    final ApplicationContextRunner bare = new ApplicationContextRunner()
            .withUserConfiguration(Application.class)
            .withPropertyValues("spring.flyway.enabled=false");

    @BeforeAll
    static void createDatabase() {
        database = PostgresServer.shared().createDatabase();
        database.execute(Tables.CREATE);
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    /** An application with the URL of the database, as a user configures it. */
    final ApplicationContextRunner application() {
        return bare.withPropertyValues("spring.r2dbc.url=" + database.r2dbcUrl());
    }

    static <T> T run(Mono<T> work) {
        return work.block(Duration.ofSeconds(20));
    }

    static String setting(ReactiveMapper mapper, String name) {
        return run(mapper.sql("select current_setting('" + name + "') as value")
                .map(row -> row.get("value", String.class))
                .one());
    }
}
