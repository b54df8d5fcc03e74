package dev.kindred.it.boot.migration.after;

import dev.kindred.annotation.CreatedAt;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Version;
import java.time.Instant;
import reactor.core.publisher.Flux;

@Table("articles")
public record Article(
        @Id @GeneratedValue Long id,
        @Version Long version,
        String title,
        int price,
        @CreatedAt Instant createdAt,
        @HasMany Flux<Remark> remarks) {}
