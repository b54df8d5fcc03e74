/** Tests of auditors. */
@NullMarked
package dev.kindred.it.audit;

import org.jspecify.annotations.NullMarked;
