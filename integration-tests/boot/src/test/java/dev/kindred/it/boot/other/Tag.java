package dev.kindred.it.boot.other;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

@Table("tags")
public record Tag(@Id Long id, String name) {}
