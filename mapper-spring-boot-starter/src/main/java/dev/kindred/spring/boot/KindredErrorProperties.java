package dev.kindred.spring.boot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Errors of the mapper.
 *
 * @param translate Whether the mapper emits exceptions of Spring's DataAccessException family.
 * @param problemDetails Whether errors of the mapper are written as problem details (RFC 9457) in WebFlux.
 * @param retryAfter The value of the Retry-After header of responses with status 503. At least one second.
 */
@ConfigurationProperties("kindred.errors")
record KindredErrorProperties(
        boolean translate,
        @DefaultValue("true") boolean problemDetails,
        @DefaultValue("1s") Duration retryAfter) {}
