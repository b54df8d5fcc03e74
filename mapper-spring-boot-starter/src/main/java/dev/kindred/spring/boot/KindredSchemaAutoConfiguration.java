package dev.kindred.spring.boot;

import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.schema.Schema;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Finds the entities of the application. With {@code kindred.schema.verify} it compares the database with them when the
 * application starts, after migrations and before requests. A bean of type {@link Schema} replaces the entities.
 */
@AutoConfiguration(after = KindredAutoConfiguration.class)
@EnableConfigurationProperties(KindredProperties.class)
public final class KindredSchemaAutoConfiguration {

    /** Creates the auto-configuration. */
    public KindredSchemaAutoConfiguration() {}

    /** Finds the entities. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(KindredEntities.class)
    @Import(EntitiesRegistrar.class)
    static class Entities {}

    /** Compares the database with the entities. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSingleCandidate(ReactiveMapper.class)
    static class Verification {

        @Bean
        @DependsOnDatabaseInitialization
        SchemaCheck kindredSchemaCheck(
                ReactiveMapper mapper,
                KindredProperties properties,
                ObjectProvider<Schema> schema,
                ObjectProvider<KindredEntities> entities) {
            return new SchemaCheck(mapper, properties.schema().verify(), schema, entities);
        }

        @Bean
        static LazyInitializationExcludeFilter kindredEagerSchemaCheck() {
            return LazyInitializationExcludeFilter.forBeanTypes(SchemaCheck.class);
        }
    }
}
