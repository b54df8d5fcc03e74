package dev.kindred.it.schema;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Entities in two schemas, with the same table name, that reference each other. */
public final class Circle {

    private Circle() {}

    /** References the other entity. */
    @Table(value = "node", schema = "left side")
    public record LeftNode(
            @Id Long id,
            @Nullable Long rightId,
            @BelongsTo @Nullable Mono<RightNode> right) {}

    /** References the other entity and itself. */
    @Table(value = "node", schema = "right;\"side\"")
    public record RightNode(
            @Id Long id,
            @Nullable Long leftId,
            @Nullable Long ownId,
            @BelongsTo @Nullable Mono<LeftNode> left,
            @BelongsTo @Nullable Mono<RightNode> own) {}
}
