package dev.kindred.it.many;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Flux;

/** Has a key that begins with the school. The pivot has this column once for both sides. */
@Table("pupils")
public record Pupil(
        @Id int school,
        @Id int number,
        String name,
        @HasMany(foreignKey = {"school", "pupilNumber"}) Flux<Attendance> attendances,

        @ManyToMany(through = "attendances", orderBy = "title")
        Flux<Lesson> lessons) {}
