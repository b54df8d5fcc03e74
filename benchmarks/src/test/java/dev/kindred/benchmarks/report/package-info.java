@NullMarked
package dev.kindred.benchmarks.report;

import org.jspecify.annotations.NullMarked;
