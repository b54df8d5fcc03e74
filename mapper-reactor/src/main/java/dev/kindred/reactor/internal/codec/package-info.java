/**
 * Decoders for PostgreSQL's formats. They replace decoders of the R2DBC driver that decode some values wrongly or fail.
 * They also read values from the bytes of a row, without a look-up for each value. The driver still encodes all
 * parameters.
 */
@NullMarked
package dev.kindred.reactor.internal.codec;

import org.jspecify.annotations.NullMarked;
