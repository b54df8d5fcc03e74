/**
 * Injects a fault at every signal of a scripted driver, one or two at a time. Read {@link
 * dev.kindred.it.fault.FaultSweepTests} first.
 */
@NullMarked
package dev.kindred.it.fault;

import org.jspecify.annotations.NullMarked;
