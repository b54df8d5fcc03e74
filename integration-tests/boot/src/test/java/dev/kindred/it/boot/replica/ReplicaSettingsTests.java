package dev.kindred.it.boot.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.spring.web.ReadPositionFilter;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;

/** The properties {@code kindred.replicas.*}. No connection is opened. */
class ReplicaSettingsTests {

    private static ReactiveWebApplicationContextRunner withoutServer() {
        return new ReactiveWebApplicationContextRunner()
                .withUserConfiguration(ReplicaApplication.class)
                .withPropertyValues(
                        "spring.flyway.enabled=false", "spring.r2dbc.url=r2dbc:postgresql://u:secret@primary/db");
    }

    @Test
    void theFilterIsThereOnlyWithReplicas() {
        withoutServer()
                .run(alone -> assertThat(alone)
                        .hasSingleBean(ReactiveMapper.class)
                        .doesNotHaveBean(ReadPositionFilter.class));
        withoutServer()
                .withPropertyValues("kindred.replicas.urls=r2dbc:postgresql://a/db,r2dbc:postgresql://b/db")
                .run(both ->
                        assertThat(both).hasSingleBean(ReactiveMapper.class).hasSingleBean(ReadPositionFilter.class));
    }

    @ParameterizedTest
    @CsvSource({
        "kindred.replicas.urls, r2dbc:mysql://u:secret@a/db",
        "kindred.replicas.urls, nonsense secret",
        "kindred.replicas.max-lag, 0s",
        "kindred.replicas.poll-every, -1s",
        "kindred.replicas.wait-at-most, 0s"
    })
    void wrongSettingsNameTheirProperty(String property, String value) {
        withoutServer()
                .withPropertyValues("kindred.replicas.urls=r2dbc:postgresql://a/db", property + "=" + value)
                .run(failed -> assertThat(failed)
                        .getFailure()
                        .hasStackTraceContaining(property)
                        .satisfies(error ->
                                assertThat(Throwables.getStackTrace(error)).doesNotContain("secret")));
    }
}
