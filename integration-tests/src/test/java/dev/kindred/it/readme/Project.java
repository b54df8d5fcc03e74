package dev.kindred.it.readme;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Flux;

/** A project with issues. */
@Table("projects")
public record Project(
        @Id @GeneratedValue Long id, String name, @HasMany Flux<Issue> issues) {}
