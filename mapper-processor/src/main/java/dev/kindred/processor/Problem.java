package dev.kindred.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A mistake in a mapping.
 *
 * @param message what is wrong, what was expected and how to mend it
 * @param element where it is
 * @param annotation the annotation on {@code element} that it is about, or null
 */
record Problem(String message, Element element, @Nullable AnnotationMirror annotation) {}
