/**
 * Configures Kindred in a Spring Boot application: see {@link dev.kindred.spring.boot.KindredAutoConfiguration}.
 */
@NullMarked
package dev.kindred.spring.boot;

import org.jspecify.annotations.NullMarked;
