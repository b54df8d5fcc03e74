package dev.kindred.it.chaos;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

/** A row that owners are paired with. */
@Table("tags")
record Tag(@Id long id) {}
