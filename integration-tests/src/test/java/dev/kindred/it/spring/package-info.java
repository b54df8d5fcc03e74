/** Kindred and Spring in one transaction. */
@NullMarked
package dev.kindred.it.spring;

import org.jspecify.annotations.NullMarked;
