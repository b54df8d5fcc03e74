package dev.kindred.it.boot.data;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A profile, as an entity of Spring Data. */
@Table("profiles")
record Card(@Id @Nullable Long id, long userId, String name) {}
