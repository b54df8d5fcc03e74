/**
 * Tests with a real PostgreSQL. Start with {@link dev.kindred.test.KindredTest}, and with
 * {@link dev.kindred.test.StatementRecorder} for assertions about statements.
 */
@NullMarked
package dev.kindred.test;

import org.jspecify.annotations.NullMarked;
