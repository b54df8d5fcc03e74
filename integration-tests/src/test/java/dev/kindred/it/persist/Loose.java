package dev.kindred.it.persist;

import dev.kindred.annotation.Table;

/** Has no key. */
@Table("loose")
record Loose(String name) {}
