package dev.kindred.it.query;

import dev.kindred.annotation.Column;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Json;
import dev.kindred.annotation.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Its columns have types that the server cannot compare, or only in part. */
@Table("shapes")
record Shape(
        @Id int id,
        @Json @Column(type = "json") @Nullable Map<String, Integer> body,
        @Json @Nullable Map<String, Integer> sides,
        @Column(type = "xml") @Nullable String markup,
        @Column(type = "point") @Nullable String place,
        @Column(type = "json") @Nullable List<String> parts,
        @Column(type = "xid") @Nullable String writer,
        @Column(type = "macaddr") @Nullable String device) {

    static final String TABLES = """
            create table shapes (
                id int primary key, body json, sides jsonb, markup xml, place point, parts json[], writer xid, device \
            macaddr);
            create function works(text) returns boolean language plpgsql as
                $$ begin execute $1; return true; exception when others then return false; end $$;
            """;

    static final String ROWS = """
            truncate shapes;
            insert into shapes values
                (1, '{"a": 1}', '{"a": 1}', '<a/>', '(1,2)', array['1']::json[], '7', '08:00:2b:01:02:03'),
                (2, '{"a": 1}', '{"a": 1}', '<a/>', '(1,2)', array['1']::json[], '7', '08:00:2b:01:02:03');
            """;
}
