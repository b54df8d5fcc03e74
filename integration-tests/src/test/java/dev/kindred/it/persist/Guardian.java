package dev.kindred.it.persist;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The child of a {@link Student}. Its foreign key is deferred. */
@Table("parent")
record Guardian(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long studentId,
        @Nullable String name,
        @BelongsTo @Nullable Mono<Student> student) {}
