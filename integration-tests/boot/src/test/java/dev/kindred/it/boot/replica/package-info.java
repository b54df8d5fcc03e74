/** Applications with replicas. */
@NullMarked
package dev.kindred.it.boot.replica;

import org.jspecify.annotations.NullMarked;
