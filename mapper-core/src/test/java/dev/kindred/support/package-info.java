/** Entities for tests, with hand-written models in the form of generated ones, and hostile values. */
@NullMarked
package dev.kindred.support;

import org.jspecify.annotations.NullMarked;
