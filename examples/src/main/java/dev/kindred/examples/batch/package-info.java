/**
 * A batch job that imports users with their orders and lines from a CSV file. After a crash it resumes after the last
 * stored chunk. Read {@link dev.kindred.examples.batch.OrderImport} first.
 */
@NullMarked
package dev.kindred.examples.batch;

import org.jspecify.annotations.NullMarked;
