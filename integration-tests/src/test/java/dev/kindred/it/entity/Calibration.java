package dev.kindred.it.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A child of {@link Sensor}. Its foreign key is wider than the referenced key. */
@Table("calibrations")
public record Calibration(
        @Id Long id,
        @Nullable Long sensorId,
        @BelongsTo @Nullable Mono<Sensor> sensor) {}
