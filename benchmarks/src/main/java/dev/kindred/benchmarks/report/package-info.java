/** The output of a run: lines, JSON and charts. */
@NullMarked
package dev.kindred.benchmarks.report;

import org.jspecify.annotations.NullMarked;
