/**
 * The annotations of an entity: names only, no logic. Read {@link dev.kindred.annotation.Table} first, then {@link
 * dev.kindred.annotation.HasOne}, {@link dev.kindred.annotation.HasMany} and {@link dev.kindred.annotation.BelongsTo}.
 */
@NullMarked
package dev.kindred.annotation;

import org.jspecify.annotations.NullMarked;
