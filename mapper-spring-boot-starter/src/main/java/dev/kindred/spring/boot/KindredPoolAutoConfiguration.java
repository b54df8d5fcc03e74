package dev.kindred.spring.boot;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * Creates the {@link ConnectionFactory} of the application as a pool of {@link dev.kindred.reactor.Connections}: on the
 * database of {@code spring.r2dbc.*}, of a container or of Docker Compose. Spring Boot then creates no
 * {@code ConnectionFactory}. The application shuts down the pool after its web server.
 */
@AutoConfiguration(before = R2dbcAutoConfiguration.class)
@ConditionalOnMissingBean(ConnectionFactory.class)
@Conditional(OnPostgresqlCondition.class)
@EnableConfigurationProperties(KindredPoolProperties.class)
public final class KindredPoolAutoConfiguration {

    /** Creates the auto-configuration. */
    public KindredPoolAutoConfiguration() {}

    @Bean(destroyMethod = "close")
    KindredPool kindredPool(
            KindredPoolProperties properties,
            R2dbcConnectionDetails details,
            Environment environment,
            ObjectProvider<ConnectionFactoryOptionsBuilderCustomizer> options,
            ObjectProvider<ConnectionPoolBuilderCustomizer> customizers) {
        return new KindredPool(new PoolFactory(properties, BootPoolSettings.of(environment))
                .create(
                        details,
                        options.orderedStream().toList(),
                        customizers.orderedStream().toList()));
    }

    /** The pool is closed with {@link KindredPool}, after every bean that uses it. */
    @Bean(destroyMethod = "")
    ConnectionPool connectionFactory(KindredPool pool) {
        return pool.connections();
    }
}
