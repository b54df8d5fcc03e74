package dev.kindred.it.boot.data;

import dev.kindred.test.internal.PostgresDatabase;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;

/** An application with repositories of Spring Data and a pool that records the statements of all. */
@SpringBootApplication(proxyBeanMethods = false)
class DataApplication {

    @Bean
    SentStatements sentStatements() {
        return new SentStatements();
    }

    @Bean
    ConnectionPool connectionPool(
            PostgresDatabase database, SentStatements sent, @Value("${data.pool-size}") int size) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(sent.recording(new PostgresqlConnectionFactory(
                        database.connectionConfiguration().build())))
                .initialSize(0)
                .maxSize(size)
                .maxAcquireTime(Duration.ofSeconds(10))
                .build());
    }

    @Bean
    @ConditionalOnProperty("data.manager-of-spring")
    R2dbcTransactionManager transactionManager(ConnectionFactory connectionFactory) {
        return new R2dbcTransactionManager(connectionFactory);
    }
}
