package dev.kindred.examples.entity;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

/** A language, identified by its code. */
@Table("languages")
public record Language(@Id String code, String name) {}
