package dev.kindred.it.boot.slice;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

@Table("articles")
record Article(
        @Id @GeneratedValue @Nullable Long id,
        String title,
        @HasMany @Nullable Flux<Remark> remarks) {}
