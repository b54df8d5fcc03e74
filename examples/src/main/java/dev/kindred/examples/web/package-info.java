/**
 * A Spring Boot application with WebFlux. Read {@link dev.kindred.examples.web.UserController} first.
 */
@NullMarked
package dev.kindred.examples.web;

import org.jspecify.annotations.NullMarked;
