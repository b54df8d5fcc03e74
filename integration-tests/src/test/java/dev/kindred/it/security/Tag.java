package dev.kindred.it.security;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

/** Linked to owners. */
@Table("tags")
public record Tag(@Id String id, String word) {}
