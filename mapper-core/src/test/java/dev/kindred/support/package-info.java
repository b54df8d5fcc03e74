/**
 * Entities for tests, with models written by hand in the form in which the annotation processor writes them, and values that an attacker
 * would send.
 */
@NullMarked
package dev.kindred.support;

import org.jspecify.annotations.NullMarked;
