package dev.kindred.it.boot;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.ConnectionException;
import dev.kindred.it.boot.app.User;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.spring.boot.ConnectionPoolBuilderCustomizer;
import io.r2dbc.postgresql.client.SSLMode;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Code of the guide. */
class GuideIntegrationTests extends BootTests {

    @Configuration(proxyBeanMethods = false)
    static class Encrypted {

        @Bean
        ConnectionPoolBuilderCustomizer encrypted() {
            return pool -> pool.driver(options -> options.sslMode(SSLMode.VERIFY_FULL));
        }
    }

    /** The server of the tests has no certificate. */
    @Test
    void theDriverCanBeCustomized() {
        application()
                .withUserConfiguration(Encrypted.class)
                .run(context -> assertThatExceptionOfType(ConnectionException.class)
                        .isThrownBy(
                                () -> run(context.getBean(ReactiveMapper.class).find(User.class, 1L))));
    }
}
