/**
 * Pages, windows and sorts of WebFlux requests and responses. Read {@link dev.kindred.spring.web.ScrollParameters}
 * first.
 */
@NullMarked
package dev.kindred.spring.web;

import org.jspecify.annotations.NullMarked;
