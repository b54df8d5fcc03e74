package dev.kindred.it.shared;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

/** Has an assigned key and no version. */
@Table("counters")
record Counter(@Id long id, int amount) {

    static final String TABLE = "create table counters (id bigint primary key, amount integer not null)";
    static final String EMPTY = "truncate counters";
    static final String ROWS = "insert into counters select g, 0 from generate_series(1, 20) g";
}
