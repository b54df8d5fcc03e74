package dev.kindred.benchmarks.entity;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

/** A note of a basket, for Kindred and for the peers with hand-written mapping. */
@Table("notes")
public record Note(@Id @GeneratedValue @Nullable Long id, long basketId, String text, int pages) {

    /** Returns the checksum of a newly stored note. {@code place} is its place among those that were stored. */
    public long newChecksum(int place) {
        return id == null ? -1 : newChecksum(basketId, text, pages, place);
    }

    /** Returns the checksum of a newly stored note, without its generated key. */
    public static long newChecksum(long basketId, String text, int pages, int place) {
        return (basketId * 83 + text.hashCode() * 43L + pages) * (place + 1);
    }
}
