package dev.kindred.spring.boot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Requests and responses of WebFlux.
 *
 * @param defaultSize The number of rows of a page or window if the request has none.
 * @param maxSize The maximum number of rows of a page or window that a request may have.
 */
@ConfigurationProperties("kindred.web")
record KindredWebProperties(
        @DefaultValue("20") int defaultSize,
        @DefaultValue("100") int maxSize) {}
