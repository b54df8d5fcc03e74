package dev.kindred.it.boot.hangup;

import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;

/** The ways in which the application can write. */
final class Configurations {

    private Configurations() {}

    /** {@code @Transactional} with the transaction manager of the starter. */
    @Configuration(proxyBeanMethods = false)
    static class WithKindredManager {

        @Bean
        MapperRegistrations registrations(ReactiveMapper mapper, DatabaseClient client) {
            return new MapperRegistrations(mapper, client);
        }
    }

    /** {@code @Transactional} with the transaction manager of Spring. */
    @Configuration(proxyBeanMethods = false)
    static class WithSpringManager extends WithKindredManager {

        @Bean
        R2dbcTransactionManager transactionManager(ConnectionFactory factory) {
            return new R2dbcTransactionManager(factory);
        }
    }

    /** {@code mapper.transactional(..)}. */
    @Configuration(proxyBeanMethods = false)
    static class WithMapper {

        @Bean
        OwnTransactionRegistrations registrations(ReactiveMapper mapper, DatabaseClient client) {
            return new OwnTransactionRegistrations(mapper, client);
        }
    }

    /** Spring's transaction manager and pool, without the mapper. */
    @Configuration(proxyBeanMethods = false)
    static class SpringAlone {

        @Bean
        ClientRegistrations registrations(DatabaseClient client) {
            return new ClientRegistrations(client);
        }
    }
}
