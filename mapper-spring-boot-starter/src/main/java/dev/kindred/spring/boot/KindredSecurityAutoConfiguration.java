package dev.kindred.spring.boot;

import dev.kindred.reactor.spi.Auditor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;

/**
 * Uses the name of the authenticated user of Spring Security for {@code @CreatedBy} and {@code @UpdatedBy}. An
 * anonymous user is no auditor. An {@link Auditor} bean of the application replaces it.
 */
@AutoConfiguration
@ConditionalOnClass({ReactiveSecurityContextHolder.class, Authentication.class})
public final class KindredSecurityAutoConfiguration {

    /** Creates the auto-configuration. */
    public KindredSecurityAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    Auditor kindredAuditor() {
        AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
        return context -> ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .filter(trust::isAuthenticated)
                .map(Authentication::getName);
    }
}
