package dev.kindred.it.chinook;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** References itself, with a foreign key of another name than the key. */
@Table("employee")
public record Employee(
        @Id Integer employeeId,
        String lastName,
        String firstName,
        @Nullable String title,
        @Nullable Integer reportsTo,
        @Nullable LocalDateTime birthDate,
        @Nullable LocalDateTime hireDate,
        @Nullable String address,
        @Nullable String city,
        @Nullable String state,
        @Nullable String country,
        @Nullable String postalCode,
        @Nullable String phone,
        @Nullable String fax,
        @Nullable String email,
        @BelongsTo(foreignKey = "reportsTo") @Nullable Mono<Employee> manager,
        @HasOne(foreignKey = "reportsTo") @Nullable Mono<Employee> report) {}
