package dev.kindred.it.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** References itself. Its key is assigned. */
@Table("employees")
public record Employee(
        @Id Integer id,
        String name,
        @Nullable Integer managerId,
        @BelongsTo @Nullable Mono<Employee> manager,
        @HasOne(foreignKey = "managerId") @Nullable Mono<Employee> report) {}
