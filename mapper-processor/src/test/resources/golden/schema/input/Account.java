package app;

import dev.kindred.annotation.*;
import java.math.BigDecimal;
import reactor.core.publisher.Mono;

@Table(comment = "Who pays, or doesn't")
public record Account(
        @Id @GeneratedValue Long id,
        @Column(unique = true, length = 40, check = "email like '%@%'", comment = "Where bills go") String email,
        @Column(precision = 10, scale = 2, defaultValue = "0.00") BigDecimal balance,
        @Column(defaultValue = "1") int level,
        @HasOne(onDelete = OnDelete.CASCADE) Mono<Invoice> invoice) {}
