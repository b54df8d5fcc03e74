/** Errors in the configuration of a Spring Boot application. */
@NullMarked
package dev.kindred.spring.boot.error;

import org.jspecify.annotations.NullMarked;
