/**
 * Decoders for PostgreSQL's binary format. They replace decoders of the R2DBC driver that decode some values wrongly or
 * fail. The driver still encodes all parameters.
 */
@NullMarked
package dev.kindred.reactor.internal.codec;

import org.jspecify.annotations.NullMarked;
