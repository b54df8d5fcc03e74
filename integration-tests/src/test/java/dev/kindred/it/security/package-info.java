/** Hostile names and values through every method of the API, and the limits of what a caller may ask for. */
@NullMarked
package dev.kindred.it.security;

import org.jspecify.annotations.NullMarked;
