/**
 * Observations and meters for Micrometer. Start with {@link dev.kindred.micrometer.KindredObservations} and
 * {@link dev.kindred.micrometer.PoolMeters}.
 */
@NullMarked
package dev.kindred.micrometer;

import org.jspecify.annotations.NullMarked;
