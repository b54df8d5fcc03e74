package dev.kindred.it.entity;

import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A parent with an {@code integer} key, which a {@code bigint} references. */
@Table("sensors")
public record Sensor(
        @Id Integer id, String name, @HasOne @Nullable Mono<Calibration> calibration) {}
