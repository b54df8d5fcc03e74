package dev.kindred.spring.boot.observation;

import dev.kindred.reactor.NPlusOneHints;
import dev.kindred.spring.boot.KindredAutoConfiguration;
import dev.kindred.spring.boot.ReactiveMapperBuilderCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.web.server.WebFilter;

/** Logs the N+1 reads of each WebFlux request. Only with {@code kindred.hints=true}, for development. */
@AutoConfiguration(before = KindredAutoConfiguration.class)
@ConditionalOnClass(WebFilter.class)
@ConditionalOnBooleanProperty("kindred.hints")
public final class NPlusOneHintsAutoConfiguration {

    /** Creates the auto-configuration. */
    public NPlusOneHintsAutoConfiguration() {}

    @Bean
    ReactiveMapperBuilderCustomizer kindredHintsCustomizer() {
        return builder -> builder.operationListener(NPlusOneHints.logging());
    }

    @Bean
    WebFilter kindredHintsWebFilter() {
        return (exchange, chain) -> chain.filter(exchange).contextWrite(NPlusOneHints::request);
    }
}
