/** Tests of repositories: interfaces that the annotation processor implements. */
@NullMarked
package dev.kindred.it.repository;

import org.jspecify.annotations.NullMarked;
