package dev.kindred.it.boot.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.spring.boot.KindredErrorAutoConfiguration;
import dev.kindred.spring.boot.KindredWebFluxAutoConfiguration;
import dev.kindred.spring.boot.ReactiveMapperBuilderCustomizer;
import dev.kindred.spring.error.KindredProblemHandler;
import dev.kindred.spring.web.KindredWebConfigurer;
import dev.kindred.spring.web.PageLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.http.codec.ServerCodecConfigurer;

class WebSettingsTests {

    private static final AutoConfigurations CONFIGURATIONS =
            AutoConfigurations.of(KindredErrorAutoConfiguration.class, KindredWebFluxAutoConfiguration.class);

    private final ReactiveWebApplicationContextRunner web = new ReactiveWebApplicationContextRunner()
            .withConfiguration(CONFIGURATIONS)
            .withBean(ServerCodecConfigurer.class, ServerCodecConfigurer::create);

    @Test
    void theDefaultsHandleErrorsAndDoNotTranslateThem() {
        web.run(application -> assertThat(application)
                .hasNotFailed()
                .hasSingleBean(KindredProblemHandler.class)
                .hasSingleBean(KindredWebConfigurer.class)
                .doesNotHaveBean(ReactiveMapperBuilderCustomizer.class)
                .getBean(PageLimits.class)
                .extracting(PageLimits::size, PageLimits::max)
                .containsExactly(20, 100));
    }

    @Test
    void thePropertiesChangeTheDefaults() {
        web.withPropertyValues(
                        "kindred.errors.translate=true",
                        "kindred.errors.problem-details=false",
                        "kindred.web.default-size=5",
                        "kindred.web.max-size=7")
                .run(application -> assertThat(application)
                        .hasNotFailed()
                        .doesNotHaveBean(KindredProblemHandler.class)
                        .hasSingleBean(ReactiveMapperBuilderCustomizer.class)
                        .getBean(PageLimits.class)
                        .extracting(PageLimits::size, PageLimits::max)
                        .containsExactly(5, 7));
    }

    @Test
    void beansOfTheApplicationHavePrecedence() {
        PageLimits own = PageLimits.of(1, 2);

        web.withBean(PageLimits.class, () -> own)
                .run(application ->
                        assertThat(application.getBean(PageLimits.class)).isSameAs(own));
    }

    @ParameterizedTest
    @CsvSource({"kindred.errors.retry-after, 10ms", "kindred.web.default-size, 0", "kindred.web.max-size, 10"})
    void aRefusedValueNamesItsProperty(String property, String value) {
        web.withPropertyValues(property + "=" + value)
                .run(application -> assertThat(application)
                        .getFailure()
                        .hasStackTraceContaining(property + ": The value is refused"));
    }

    @Test
    void translationNeedsNoWebFlux() {
        new ApplicationContextRunner()
                .withConfiguration(CONFIGURATIONS)
                .withClassLoader(new FilteredClassLoader("org.springframework.web", "org.springframework.http"))
                .withPropertyValues("kindred.errors.translate=true")
                .run(application ->
                        assertThat(application).hasNotFailed().hasSingleBean(ReactiveMapperBuilderCustomizer.class));
    }
}
