package dev.kindred.benchmarks.entity;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

/** A label of many baskets, for Kindred and for the peers with hand-written mapping. */
@Table("labels")
public record Label(@Id long id, String name) {}
