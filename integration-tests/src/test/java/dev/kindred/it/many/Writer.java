package dev.kindred.it.many;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.UpdatedAt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has papers and pupils over pivots that touch both sides. */
@Table("writers")
record Writer(
        @Id long id,
        @UpdatedAt @Nullable Instant changedAt,
        @HasMany Flux<Authorship> authorships,
        @ManyToMany(through = "authorships") Flux<Paper> papers,
        @HasMany(foreignKey = "mentorId") Flux<Mentoring> teaching,
        @HasMany(foreignKey = "pupilId") Flux<Mentoring> learning,
        @ManyToMany(through = "teaching") Flux<Writer> pupils,
        @ManyToMany(through = "learning") Flux<Writer> mentors) {

    static final String TABLES = """
            create table writers (id bigint primary key, changed_at timestamptz not null default now());
            create table papers (id bigint primary key, changed_at timestamptz not null default now());
            create table authorships (
                writer_id bigint references writers (id), paper_id bigint references papers (id),
                primary key (writer_id, paper_id));
            create table mentorings (
                mentor_id bigint references writers (id), pupil_id bigint references writers (id),
                primary key (mentor_id, pupil_id));
            """;

    static final String ROWS = "truncate writers, papers, authorships, mentorings;"
            + " insert into writers select generate_series(1, 6); insert into papers select generate_series(1, 6)";

    static Writer of(long id) {
        return Writer_.draft(id).build();
    }

    /** Has writers. */
    @Table("papers")
    record Paper(
            @Id long id,
            @UpdatedAt @Nullable Instant changedAt,
            @HasMany Flux<Authorship> authorships,
            @ManyToMany(through = "authorships") Flux<Writer> writers) {

        static Paper of(long id) {
            return Writer_Paper_.draft(id).build();
        }
    }

    /** A pivot that touches the rows of both sides. */
    @Table("authorships")
    record Authorship(
            @Id long writerId,
            @Id long paperId,
            @BelongsTo(touch = true) Mono<Writer> writer,
            @BelongsTo(touch = true) Mono<Paper> paper) {}

    /** A pivot between rows of one table that touches both. */
    @Table("mentorings")
    record Mentoring(
            @Id long mentorId,
            @Id long pupilId,
            @BelongsTo(touch = true) Mono<Writer> mentor,
            @BelongsTo(touch = true) Mono<Writer> pupil) {}
}
