/** The observations, pool meters and hints of a Boot application. */
@NullMarked
package dev.kindred.spring.boot.observation;

import org.jspecify.annotations.NullMarked;
