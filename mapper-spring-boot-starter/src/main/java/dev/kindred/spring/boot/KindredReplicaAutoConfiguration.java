package dev.kindred.spring.boot;

import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.spring.web.ReadPositionFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.server.WebFilter;

/**
 * Gives the mapper the replicas of {@code kindred.replicas.urls}. In applications with WebFlux, a filter keeps the
 * position of a client's writes in a cookie, see {@link ReadPositionFilter}.
 */
@AutoConfiguration(before = KindredAutoConfiguration.class)
@Conditional(OnReplicasCondition.class)
@EnableConfigurationProperties({KindredReplicaProperties.class, KindredPoolProperties.class})
public final class KindredReplicaAutoConfiguration {

    /** Creates the auto-configuration. */
    public KindredReplicaAutoConfiguration() {}

    @Bean(destroyMethod = "close")
    KindredReplicas kindredReplicas(
            KindredReplicaProperties properties,
            KindredPoolProperties pool,
            Environment environment,
            BeanFactory beans) {
        @Nullable
        R2dbcConnectionDetails primary =
                beans.getBeanProvider(R2dbcConnectionDetails.class).getIfAvailable();
        PoolFactory pools = new PoolFactory(pool, BootPoolSettings.of(environment));
        List<String> urls = properties.urls();
        return new KindredReplicas(
                urls.stream()
                        .map(url -> pools.create(
                                new ReplicaDetails(url, primary),
                                all(beans, ConnectionFactoryOptionsBuilderCustomizer.class),
                                all(beans, ConnectionPoolBuilderCustomizer.class),
                                "kindred.replicas.urls"))
                        .toList(),
                properties);
    }

    private static <T> List<T> all(BeanFactory beans, Class<T> type) {
        return beans.getBeanProvider(type).orderedStream().toList();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(WebFilter.class)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    static class Web {

        @Bean
        @ConditionalOnMissingBean
        ReadPositionFilter kindredReadPositionFilter(ReactiveMapper mapper, KindredReplicaProperties properties) {
            return ReadPositionFilter.of(mapper, properties.cookie(), properties.cookieMaxAge());
        }
    }
}
