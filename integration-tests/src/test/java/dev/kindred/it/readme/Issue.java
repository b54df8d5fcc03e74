package dev.kindred.it.readme;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

/** An issue of a project. */
@Table("issues")
public record Issue(@Id @GeneratedValue Long id, Long projectId, String title) {}
