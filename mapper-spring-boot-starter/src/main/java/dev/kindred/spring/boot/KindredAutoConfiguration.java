package dev.kindred.spring.boot;

import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.spi.Auditor;
import dev.kindred.reactor.spi.EntityCallback;
import dev.kindred.reactor.spi.StatementListener;
import dev.kindred.reactor.spi.TransactionBridge;
import dev.kindred.spring.transaction.KindredTransactionManager;
import dev.kindred.type.Codec;
import dev.kindred.type.JsonFormat;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.ReactiveTransactionManager;

/**
 * Creates a {@link ReactiveMapper} and a {@link KindredTransactionManager} on the {@link ConnectionFactory} of the
 * application. Backs off if the application has a mapper. Migrations run before the mapper is created.
 */
@AutoConfiguration(
        after = {
            KindredPoolAutoConfiguration.class,
            KindredJacksonAutoConfiguration.class,
            KindredSecurityAutoConfiguration.class,
            R2dbcAutoConfiguration.class
        },
        before = {R2dbcTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class})
@ConditionalOnSingleCandidate(ConnectionFactory.class)
@ConditionalOnMissingBean(ReactiveMapper.class)
@EnableConfigurationProperties(KindredProperties.class)
public final class KindredAutoConfiguration {

    /** Creates the auto-configuration. */
    public KindredAutoConfiguration() {}

    @Bean
    WriteBeans kindredWriteBeans(
            ObjectProvider<Clock> clock, ObjectProvider<Auditor> auditor, ObjectProvider<EntityCallback<?>> callbacks) {
        return new WriteBeans(clock, auditor, callbacks);
    }

    @Bean
    ValueBeans kindredValueBeans(ObjectProvider<JsonFormat> json, ObjectProvider<Codec<?, ?>> codecs) {
        return new ValueBeans(json, codecs);
    }

    @Bean
    MapperFactory kindredMapperFactory(
            KindredProperties properties,
            ValueBeans values,
            WriteBeans writes,
            ObjectProvider<StatementListener> listeners,
            ObjectProvider<ReactiveMapperBuilderCustomizer> customizers) {
        return new MapperFactory(properties, values, writes, listeners, customizers);
    }

    @Bean
    @DependsOnDatabaseInitialization
    ReactiveMapper reactiveMapper(
            ConnectionFactory connectionFactory, MapperFactory factory, ObjectProvider<TransactionBridge> bridges) {
        return factory.create(connectionFactory, OneBean.orNull(bridges, TransactionBridge.class));
    }

    @Bean
    @ConditionalOnMissingBean(ReactiveTransactionManager.class)
    KindredTransactionManager kindredTransactionManager(ReactiveMapper mapper, ConnectionFactory connectionFactory) {
        return KindredTransactionManager.of(mapper, connectionFactory);
    }
}
