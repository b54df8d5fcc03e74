package dev.kindred.it.boot.migration.before;

import java.time.Instant;
import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

@Table("articles")
public record Article(
        @Id Long id,
        @Version Long version,
        String title,
        int price,
        @CreatedDate Instant createdAt) {}
