package dev.kindred.it.many;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Flux;

/** Has a key that begins with the school, in another integer type. */
@Table("lessons")
public record Lesson(
        @Id long school,
        @Id String code,
        String title,
        @HasMany(foreignKey = {"school", "lessonCode"}) Flux<Attendance> attendances,
        @ManyToMany(through = "attendances") Flux<Pupil> pupils) {}
