/** Tests of the support for tests of applications. */
@NullMarked
package dev.kindred.it.test;

import org.jspecify.annotations.NullMarked;
