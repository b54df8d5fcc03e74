package dev.kindred.it.path;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Flux;

/** A tag with the related rows of the other side, whose key has two members, one of them a text. */
@Table("tags")
record CourseTag(
        @Id long id,
        String word,

        @ManyToMany(
                table = "course_tag",
                schema = "school",
                sourceColumns = "tag",
                targetColumns = {"of_faculty", "of_number"})
        Flux<Course> courses) {}
