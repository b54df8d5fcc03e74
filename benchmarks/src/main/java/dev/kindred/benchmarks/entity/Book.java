package dev.kindred.benchmarks.entity;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

/** A book of a shelf, for Kindred and for the peers with hand-written mapping. */
@Table("books")
public record Book(@Id long id, long shelfId, int placed) {

    /** Returns the checksum of this row. */
    public long checksum() {
        return 31 * (31 * id + shelfId) + placed;
    }
}
