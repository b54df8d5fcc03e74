/**
 * Turns the SQL tree into text and values in one walk. Read {@link dev.kindred.internal.render.Renderer} first.
 */
@NullMarked
package dev.kindred.internal.render;

import org.jspecify.annotations.NullMarked;
