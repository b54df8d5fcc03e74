package dev.kindred.it.chinook;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Belongs to an album, a media type and a genre. Two of the foreign keys are nullable. */
@Table("track")
public record Track(
        @Id Integer trackId,
        String name,
        @Nullable Integer albumId,
        Integer mediaTypeId,
        @Nullable Integer genreId,
        @Nullable String composer,
        int milliseconds,
        @Nullable Integer bytes,
        BigDecimal unitPrice,
        @BelongsTo @Nullable Mono<Album> album,
        @BelongsTo @Nullable Mono<MediaType> mediaType,
        @BelongsTo @Nullable Mono<Genre> genre,
        @HasMany @Nullable Flux<InvoiceLine> lines) {}
