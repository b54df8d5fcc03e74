package dev.kindred.it.relation;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A parent of many rows. Each relation resolves to one of them. */
@Table("patients")
public record Patient(
        @Id @GeneratedValue @Nullable Long id,
        String name,
        @HasOne(latestBy = "day") @Nullable Mono<Visit> latestVisit,
        @HasOne(oldestBy = "day") @Nullable Mono<Visit> firstVisit,

        @HasOne(latestBy = {"fee", "day"}) @Nullable Mono<Visit> dearestVisit,

        @HasOne @Nullable Mono<Visit> anyVisit) {}
