package dev.kindred.it.readme;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Through;
import reactor.core.publisher.Flux;

@Table("developers")
public record Developer(
        @Id @GeneratedValue Long id,
        String name,
        @HasMany Flux<Assignment> assignments,
        @ManyToMany(through = "assignments") Flux<Project> projects,
        @Through({"projects", "issues"}) Flux<Issue> issues) {}
