package dev.kindred.it.many;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** A client whose orders are read as entries without a primary key. */
@Table("clients")
record Diary(
        @Id long id,
        @HasMany(foreignKey = "clientId") @Nullable Flux<DiaryEntry> entries) {}
