/** The entities and rows that all peers read and write. */
@NullMarked
package dev.kindred.benchmarks.entity;

import org.jspecify.annotations.NullMarked;
