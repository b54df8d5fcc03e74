/** What a run leaves behind: lines, JSON and charts. */
@NullMarked
package dev.kindred.benchmarks.report;

import org.jspecify.annotations.NullMarked;
