package app;

import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Mono;

@Table
public record Artist(@Id Integer artistId, String name, @HasOne Mono<Album> album) {}
