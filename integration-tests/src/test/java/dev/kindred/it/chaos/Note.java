package dev.kindred.it.chaos;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A row without relations. */
@Table("notes")
record Note(
        @Id @GeneratedValue @Nullable Long id,
        long op,
        int part,
        @Nullable String text) {

    static Note of(long op, int part) {
        return new Note(null, op, part, "text");
    }

    static List<Note> all(long op, int parts) {
        return IntStream.range(0, parts).mapToObj(part -> of(op, part)).toList();
    }
}
