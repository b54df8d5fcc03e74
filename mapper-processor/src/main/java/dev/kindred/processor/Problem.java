package dev.kindred.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A mistake in a mapping.
 *
 * @param message what is wrong, what is expected and the remedy
 * @param element where to report it
 * @param annotation the wrong annotation of {@code element}, or null
 */
record Problem(String message, Element element, @Nullable AnnotationMirror annotation) {}
