package dev.kindred.it.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A child of {@link Sensor}, with a wider key than that has. */
@Table("calibrations")
public record Calibration(
        @Id Long id,
        @Nullable Long sensorId,
        @BelongsTo @Nullable Mono<Sensor> sensor) {}
