/**
 * Decoders for PostgreSQL's binary result format that replace the ones of the R2DBC driver that decode some values
 * wrongly or not at all. Everything here only decodes: how parameters are sent stays the driver's business.
 */
@NullMarked
package dev.kindred.reactor.internal.codec;

import org.jspecify.annotations.NullMarked;
