/** Renders the SQL tree as text and values, in one pass. Read {@link dev.kindred.internal.render.Renderer} first. */
@NullMarked
package dev.kindred.internal.render;

import org.jspecify.annotations.NullMarked;
