/** Tests of the data access of a Spring Boot application. Start with {@link dev.kindred.test.boot.DataKindredTest}. */
@NullMarked
package dev.kindred.test.boot;

import org.jspecify.annotations.NullMarked;
