package dev.kindred.spring.boot;

import dev.kindred.spring.web.KindredWebConfigurer;
import dev.kindred.spring.web.PageLimits;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.DispatcherHandler;

/** Adds the parameters and bodies of pages and windows, in applications with WebFlux. */
@AutoConfiguration
@ConditionalOnClass(DispatcherHandler.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(KindredWebProperties.class)
public final class KindredWebFluxAutoConfiguration {

    /** Creates the auto-configuration. */
    public KindredWebFluxAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    PageLimits kindredPageLimits(KindredWebProperties properties) {
        Settings.apply("kindred.web.default-size", size -> PageLimits.of(size, size), properties.defaultSize());
        Settings.apply(
                "kindred.web.max-size", max -> PageLimits.of(properties.defaultSize(), max), properties.maxSize());
        return PageLimits.of(properties.defaultSize(), properties.maxSize());
    }

    @Bean
    @ConditionalOnMissingBean
    KindredWebConfigurer kindredWebConfigurer(PageLimits limits) {
        return KindredWebConfigurer.of(limits);
    }
}
