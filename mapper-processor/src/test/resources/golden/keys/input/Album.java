package app;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Mono;

@Table
public record Album(@Id Integer albumId, Integer artistId, @BelongsTo Mono<Artist> artist) {}
