/**
 * Compares the schema that entities need with the catalog data of a database, without I/O. Read
 * {@link dev.kindred.internal.verify.Verification} first.
 */
@NullMarked
package dev.kindred.internal.verify;

import org.jspecify.annotations.NullMarked;
