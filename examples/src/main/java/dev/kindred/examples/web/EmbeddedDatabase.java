package dev.kindred.examples.web;

import dev.kindred.examples.data.Schema;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A database with sample data. It lives as long as the application. A real service has {@code spring.r2dbc.url}. */
@Configuration(proxyBeanMethods = false)
class EmbeddedDatabase {

    private static final int USERS = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Bean
    PostgresDatabase postgresDatabase() {
        PostgresDatabase database = PostgresServer.shared().createDatabase();
        database.execute(Schema.script());
        return database;
    }

    @Bean
    R2dbcConnectionDetails connectionDetails(PostgresDatabase database) {
        ConnectionFactoryOptions options = ConnectionFactoryOptions.parse(database.r2dbcUrl());
        return () -> options;
    }

    /** Runs before the server accepts requests, so it may wait for the rows. */
    @Bean
    SmartInitializingSingleton sampleData(ReactiveMapper mapper) {
        return () -> new SampleData(mapper).insert(USERS).block(PATIENCE);
    }
}
