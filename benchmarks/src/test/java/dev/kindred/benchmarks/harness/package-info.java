@NullMarked
package dev.kindred.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
