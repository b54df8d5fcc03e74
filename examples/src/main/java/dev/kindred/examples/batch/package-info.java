/**
 * A batch job that imports users with their profiles from a CSV file. After a crash it resumes at the last stored
 * chunk. Read {@link dev.kindred.examples.batch.UserImport} first.
 */
@NullMarked
package dev.kindred.examples.batch;

import org.jspecify.annotations.NullMarked;
