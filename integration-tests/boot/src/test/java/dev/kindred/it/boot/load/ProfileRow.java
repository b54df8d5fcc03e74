package dev.kindred.it.boot.load;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A profile, as an entity of Spring Data. */
@Table("profiles")
record ProfileRow(@Id @Nullable Long id, Long userId, String name) {}
