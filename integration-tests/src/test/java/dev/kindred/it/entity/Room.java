package dev.kindred.it.entity;

import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A parent with a composite key. */
@Table("rooms")
public record Room(
        @Id String building,
        @Id Integer number,
        String name,

        @HasOne(foreignKey = {"building", "roomNumber"}) @Nullable
        Mono<Desk> desk) {}
