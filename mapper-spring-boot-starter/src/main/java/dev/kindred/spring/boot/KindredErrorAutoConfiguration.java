package dev.kindred.spring.boot;

import dev.kindred.spring.error.KindredExceptionTranslator;
import dev.kindred.spring.error.KindredProblemHandler;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.DispatcherHandler;

/** Writes errors of the mapper as problem details, and translates them into exceptions of Spring if wanted. */
@AutoConfiguration(before = KindredAutoConfiguration.class)
@EnableConfigurationProperties(KindredErrorProperties.class)
public final class KindredErrorAutoConfiguration {

    /** Creates the auto-configuration. */
    public KindredErrorAutoConfiguration() {}

    @Bean
    @ConditionalOnBooleanProperty("kindred.errors.translate")
    ReactiveMapperBuilderCustomizer kindredErrorTranslation() {
        return builder -> builder.errorTranslation(KindredExceptionTranslator::translate);
    }

    /** Applications with WebFlux. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DispatcherHandler.class)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    @ConditionalOnBooleanProperty(name = "kindred.errors.problem-details", matchIfMissing = true)
    static final class ProblemDetails {

        @Bean
        @ConditionalOnMissingBean
        KindredProblemHandler kindredProblemHandler(ServerCodecConfigurer codecs, KindredErrorProperties properties) {
            KindredProblemHandler handler = KindredProblemHandler.of(codecs);
            Settings.apply("kindred.errors.retry-after", handler::retryAfter, properties.retryAfter());
            return handler.retryAfter(properties.retryAfter());
        }
    }
}
