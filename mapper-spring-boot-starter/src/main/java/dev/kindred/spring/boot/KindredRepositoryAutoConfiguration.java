package dev.kindred.spring.boot;

import dev.kindred.reactor.ReactiveMapper;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * Registers a bean for each {@link dev.kindred.annotation.KindredRepository} of the application. An interface with an
 * own bean is left out.
 */
@AutoConfiguration(after = KindredAutoConfiguration.class)
@ConditionalOnSingleCandidate(ReactiveMapper.class)
@EnableConfigurationProperties(KindredProperties.class)
@Import(RepositoriesRegistrar.class)
public final class KindredRepositoryAutoConfiguration {

    /** Creates the auto-configuration. */
    public KindredRepositoryAutoConfiguration() {}
}
