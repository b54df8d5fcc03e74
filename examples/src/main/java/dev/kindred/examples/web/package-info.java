/**
 * An HTTP service on Spring WebFlux and Reactor Netty. Read {@link dev.kindred.examples.web.UserHandler} first.
 */
@NullMarked
package dev.kindred.examples.web;

import org.jspecify.annotations.NullMarked;
