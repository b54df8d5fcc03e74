package dev.kindred.test.boot;

import dev.kindred.reactor.spi.TransactionBridge;
import dev.kindred.schema.Schema;
import dev.kindred.spring.boot.KindredAutoConfiguration;
import dev.kindred.spring.boot.KindredEntities;
import dev.kindred.spring.boot.KindredPoolAutoConfiguration;
import dev.kindred.spring.boot.ReactiveMapperBuilderCustomizer;
import dev.kindred.test.StatementRecorder;
import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.ReactiveTransactionManager;

/** Adds the database, the transactions and the recorder of a {@link DataKindredTest}. */
@AutoConfiguration(
        before = {KindredPoolAutoConfiguration.class, KindredAutoConfiguration.class, R2dbcAutoConfiguration.class})
public final class DataKindredTestAutoConfiguration {

    /** Creates the auto-configuration. */
    public DataKindredTestAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(TransactionBridge.class)
    SliceTransactions kindredTestTransactions(ConnectionFactory connectionFactory) {
        return new SliceTransactions(connectionFactory);
    }

    @Bean
    @ConditionalOnBean(SliceTransactions.class)
    @ConditionalOnMissingBean(ReactiveTransactionManager.class)
    SliceTransactionManager kindredTestTransactionManager(SliceTransactions transactions) {
        return new SliceTransactionManager(transactions);
    }

    @Bean
    @ConditionalOnMissingBean
    StatementRecorder kindredStatementRecorder(ObjectProvider<ConnectionPool> pools) {
        ConnectionPool pool = pools.getIfUnique();
        return pool == null ? new StatementRecorder() : new StatementRecorder(pool);
    }

    @Bean
    ReactiveMapperBuilderCustomizer kindredRecorderCustomizer(StatementRecorder recorder) {
        return builder -> builder.operationListener(recorder);
    }

    /** A database for a context without connection details. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.r2dbc.url", matchIfMissing = true, havingValue = "none")
    @ConditionalOnMissingBean(R2dbcConnectionDetails.class)
    static class OwnDatabase {

        /** The server drops it at the end. Contexts are closed at the same time as the server. */
        @Bean(destroyMethod = "")
        PostgresDatabase kindredTestDatabase(ObjectProvider<KindredEntities> entities, Environment environment) {
            PostgresDatabase database = PostgresServer.shared().createDatabase();
            KindredEntities found = entities.getIfUnique();
            if (found != null
                    && !found.types().isEmpty()
                    && environment.getProperty("kindred.test.create-tables", Boolean.class, true)) {
                database.execute(
                        Schema.of(found.types().toArray(Class<?>[]::new)).ddl());
            }
            return database;
        }

        @Bean
        R2dbcConnectionDetails kindredTestConnectionDetails(PostgresDatabase database) {
            return () -> ConnectionFactoryOptions.parse(database.r2dbcUrl());
        }
    }
}
