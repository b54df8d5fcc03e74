package dev.kindred.it.many;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

/** A related row without a generated key. */
@Table("badges")
public record Badge(@Id long id, String word) {}
