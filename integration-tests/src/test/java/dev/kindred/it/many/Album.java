package dev.kindred.it.many;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has an assigned key of a text and a number. The key of its tracks contains it. */
@Table("albums")
record Album(
        @Id String artist,
        @Id int year,
        String title,
        @HasMany(foreignKey = {"artist", "year"}) @Nullable Flux<Track> tracks) {

    static final String TABLES = """
            create table albums (
                artist text,
                year integer,
                title text not null,
                primary key (artist, year));
            create table tracks (
                artist text,
                year integer,
                position integer,
                title text not null,
                primary key (artist, year, position),
                foreign key (artist, year) references albums);
            """;

    static final String EMPTY = "truncate albums, tracks";

    static Album of(String artist, int year) {
        return new Album(artist, year, artist + " " + year, null);
    }

    /** A track. */
    @Table("tracks")
    record Track(
            @Id String artist,
            @Id int year,
            @Id int position,
            String title,

            @BelongsTo(foreignKey = {"artist", "year"}) @Nullable
            Mono<Album> album) {

        /** Returns a track of another album, whose key a write replaces. */
        static Track of(int position, String title) {
            return new Track("nobody", 0, position, title, null);
        }
    }
}
