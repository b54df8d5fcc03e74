package dev.kindred.it.boot.migration.after;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Mono;

@Table("remarks")
public record Remark(
        @Id @GeneratedValue Long id,
        Long articleId,
        String text,
        @BelongsTo Mono<Article> article) {}
