package dev.kindred.it.boot.data;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A user, as an entity of Spring Data. */
@Table("users")
record Person(@Id @Nullable Long id, String email) {}
