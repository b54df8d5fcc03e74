/** An application with Spring Security. */
@NullMarked
package dev.kindred.it.boot.audit;

import org.jspecify.annotations.NullMarked;
