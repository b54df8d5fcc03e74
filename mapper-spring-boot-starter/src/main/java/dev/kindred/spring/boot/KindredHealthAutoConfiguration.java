package dev.kindred.spring.boot;

import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.context.annotation.Bean;

/** Adds the health of the database and the state of the connection pool. */
@AutoConfiguration(after = KindredAutoConfiguration.class)
@ConditionalOnClass({ReactiveHealthContributor.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnSingleCandidate(ReactiveMapper.class)
@ConditionalOnEnabledHealthIndicator("kindred")
public final class KindredHealthAutoConfiguration {

    /** Creates the auto-configuration. */
    public KindredHealthAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = {"kindredHealthIndicator", "kindredHealthContributor"})
    @ConditionalOnSingleCandidate(ConnectionFactory.class)
    ReactiveHealthContributor kindredHealthContributor(ReactiveMapper mapper, ConnectionFactory connectionFactory) {
        return new KindredHealthIndicator(mapper, connectionFactory);
    }
}
