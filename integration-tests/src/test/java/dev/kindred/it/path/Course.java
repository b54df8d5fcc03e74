package dev.kindred.it.path;

import dev.kindred.annotation.Column;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.OnDelete;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Flux;

/** Has a key of two members, a pivot table in another schema, and a pivot with a key of its own. */
@Table(value = "courses", schema = "school")
public record Course(
        @Id @Column(length = 8) String faculty,
        @Id int number,
        String title,

        @ManyToMany(
                table = "course_tag",
                sourceColumns = {"of_faculty", "of_number"},
                targetColumns = "tag",
                onDelete = OnDelete.RESTRICT)
        Flux<Tag> tags,

        @HasMany(foreignKey = {"faculty", "courseNumber"}) Flux<Booking> bookings,
        @ManyToMany(through = "bookings") Flux<Person> people) {}
