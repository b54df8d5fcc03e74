package dev.kindred.it.many;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Column;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Json;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has items, and places of jars, with columns that the server cannot compare. */
@Table("shelves")
record Shelf(
        @Id long id,
        @HasMany Flux<Item> items,
        @HasMany Flux<Place> places,
        @ManyToMany(through = "places") Flux<Jar> jars) {

    static final String TABLES = """
            create table shelves (id bigint primary key);
            create table jars (id bigint primary key);
            create table items (
                id bigint primary key, shelf_id bigint references shelves (id),
                body json, markup xml, spot point, parts json[], area box, version integer not null);
            create table places (
                shelf_id bigint references shelves (id), jar_id bigint references jars (id),
                body json, markup xml, spot point, parts json[], area box, label char(4),
                version integer not null, primary key (shelf_id, jar_id));
            """;

    static final String ROWS = "truncate shelves, jars, items, places; insert into shelves values (1);"
            + " insert into jars values (1), (2), (3)";

    static Shelf one() {
        return Shelf_.draft(1).build();
    }

    /** A related row. */
    @Table("jars")
    record Jar(@Id long id) {}

    /** A child. */
    @Table("items")
    record Item(
            @Id long id,
            @Nullable Long shelfId,
            @Json @Column(type = "json") @Nullable Map<String, Integer> body,
            @Column(type = "xml") @Nullable String markup,
            @Column(type = "point") @Nullable String spot,
            @Column(type = "json") @Nullable List<String> parts,
            @Column(type = "box") @Nullable String area,
            @Version @Nullable Integer version) {}

    /** A pivot. */
    @Table("places")
    record Place(
            @Id long shelfId,
            @Id long jarId,
            @Json @Column(type = "json") @Nullable Map<String, Integer> body,
            @Column(type = "xml") @Nullable String markup,
            @Column(type = "point") @Nullable String spot,
            @Column(type = "json") @Nullable List<String> parts,
            @Column(type = "box") @Nullable String area,
            @Column(type = "bpchar") @Nullable String label,
            @Version int version,
            @BelongsTo Mono<Shelf> shelf,
            @BelongsTo Mono<Jar> jar) {}
}
