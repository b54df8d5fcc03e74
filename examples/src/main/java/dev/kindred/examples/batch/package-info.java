/**
 * A batch job: imports users with their profiles from a CSV file, and goes on where it stopped when it was killed. Read
 * {@link dev.kindred.examples.batch.UserImport} first.
 */
@NullMarked
package dev.kindred.examples.batch;

import org.jspecify.annotations.NullMarked;
