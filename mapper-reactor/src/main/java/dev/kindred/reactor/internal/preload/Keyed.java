package dev.kindred.reactor.internal.preload;

import org.jspecify.annotations.Nullable;

/**
 * A row that was read for a relation.
 *
 * @param key the key by which the row belongs to entities, in the form of {@link dev.kindred.internal.key.RelationKey},
 *     or null
 * @param row the related entity, which need not have a member for the key
 */
record Keyed<R>(@Nullable Object key, R row) {}
