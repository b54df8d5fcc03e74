/**
 * Errors of the mapper in Spring: as exceptions of Spring's data access, see
 * {@link dev.kindred.spring.error.KindredExceptionTranslator}, and as problem details of WebFlux, see
 * {@link dev.kindred.spring.error.KindredProblemHandler}.
 */
@NullMarked
package dev.kindred.spring.error;

import org.jspecify.annotations.NullMarked;
