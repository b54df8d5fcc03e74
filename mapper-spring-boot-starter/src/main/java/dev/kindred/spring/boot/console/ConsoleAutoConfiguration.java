package dev.kindred.spring.boot.console;

import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.spring.boot.KindredAutoConfiguration;
import dev.kindred.spring.boot.KindredEntities;
import dev.kindred.spring.boot.KindredSchemaAutoConfiguration;
import dev.kindred.spring.boot.ReactiveMapperBuilderCustomizer;
import io.r2dbc.spi.ConnectionFactory;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves the development console at {@code /kindred} of a WebFlux application.
 *
 * <ul>
 *   <li>It is on if {@code kindred.console.enabled} is true, or if devtools is on the class path. It is off otherwise,
 *       and in the profiles {@code prod} and {@code production}.
 *   <li>It answers requests of this machine only. {@code kindred.console.remote} lifts this limit.
 *   <li>It shows methods, patterns of paths, texts of statements, and numbers. It shows no value of a parameter, a row
 *       or a path.
 * </ul>
 */
@AutoConfiguration(after = {KindredAutoConfiguration.class, KindredSchemaAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass({JsonMapper.class, RouterFunction.class})
@Conditional(OnDevelopment.class)
@EnableConfigurationProperties(ConsoleProperties.class)
final class ConsoleAutoConfiguration {

    private static final Log LOG = LogFactory.getLog(ConsoleAutoConfiguration.class);

    ConsoleAutoConfiguration() {}

    @Bean
    RequestLog kindredRequestLog(ConsoleProperties properties) {
        return new RequestLog(properties);
    }

    @Bean
    ConsoleFilter kindredConsoleFilter(RequestLog log) {
        return new ConsoleFilter(log);
    }

    @Bean
    ConsoleListener kindredConsoleListener(RequestLog log) {
        return new ConsoleListener(log);
    }

    @Bean
    ReactiveMapperBuilderCustomizer kindredConsoleReads() {
        return builder -> builder.operationListener(new RequestReads());
    }

    @Bean
    @ConditionalOnBean(ReactiveMapper.class)
    RouterFunction<ServerResponse> kindredConsoleRoutes(
            RequestLog log,
            ConsoleProperties properties,
            ReactiveMapper mapper,
            ConnectionFactory connections,
            KindredEntities entities) {
        LOG.warn("The development console is on at /kindred. Set kindred.console.enabled=false in production.");
        DatabaseState database = new DatabaseState(mapper, connections, entities);
        return new ConsoleRoutes(log, database).routes(new ConsoleAccess(properties));
    }
}
