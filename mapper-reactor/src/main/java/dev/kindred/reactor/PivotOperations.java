package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import java.util.Collection;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Operations on the rows that a pivot with an entity pairs with one entity. It writes columns of the pivot as well.
 *
 * <ul>
 *   <li>The links of one call set the same columns. Otherwise, and if a key occurs twice, it is an
 *       {@link IllegalArgumentException} before any statement.
 *   <li>A column of the pair, of the version or of an audit time is an {@link IllegalArgumentException}. A value that
 *       contradicts the scope of the pivots is a {@link dev.kindred.error.MappingException}. Both come before any
 *       statement.
 *   <li>New pivots get the values that the scope of the pivots requires; other columns get their default.
 * </ul>
 *
 * <p>Immutable and thread-safe.
 *
 * @param <R> the related entity
 * @param <P> the entity of the pivot
 */
public interface PivotOperations<R, P> extends ManyToManyOperations<R>, RelatedPivots<R, P> {

    /** Attaches one row, as {@link #attachLinks} does. */
    default Mono<LinkChanges> attachLink(Link<R, P> link) {
        return attachLinks(List.of(Checks.notNull(link, "link")));
    }

    /**
     * Adds the pairs that do not exist, with their values. Existing pairs stay unchanged, with their values. One
     * statement; without links none.
     */
    Mono<LinkChanges> attachLinks(Collection<Link<R, P>> links);

    /**
     * Does as {@link #syncKeys}, and writes the values to existing pairs. Only pairs with a different value are written
     * and are in {@code updated}.
     *
     * <p>A new pair can get a unique value of a removed pair. Pairs can exchange values of a unique index as rows can
     * in {@link HasManyOperations#replaceAll}. Values of types without an equality, such as {@code json}, are compared
     * as text.
     */
    Mono<LinkChanges> syncLinks(Collection<Link<R, P>> links);

    /** Does as {@link #syncLinks}, but removes no pair. Without links no statement. */
    Mono<LinkChanges> syncLinksWithoutDetaching(Collection<Link<R, P>> links);

    /**
     * Writes columns of the pivot of one row. The key is in {@code updated} if the row is attached; otherwise the
     * result is empty. One statement; without values none. Writes {@code @UpdatedAt} and {@code @Version}, also if the
     * values are equal. A column of the pair is an {@link IllegalArgumentException} before any statement.
     *
     * @param key the key of the related row
     */
    Mono<LinkChanges> updatePivot(Object key, Collection<Assignment<P>> values);

    /** Does as {@link #updatePivot(Object, Collection)}, with one column. */
    default Mono<LinkChanges> updatePivot(Object key, Assignment<P> value) {
        return updatePivot(key, List.of(Checks.notNull(value, "value")));
    }

    /** Does as {@link #create(Collection)}, with values of the pivot. */
    Mono<R> create(Collection<Assignment<R>> values, Collection<Assignment<P>> ofPivot);

    /** Does as {@link #createAll(Publisher, ChunkOptions)}. Each pivot gets {@code ofPivot}. */
    Flux<R> createAll(Publisher<? extends R> related, Collection<Assignment<P>> ofPivot, ChunkOptions options);
}
