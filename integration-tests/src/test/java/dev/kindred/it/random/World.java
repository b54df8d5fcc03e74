package dev.kindred.it.random;

import dev.kindred.it.random.Row.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables, and random rows of all of them. */
final class World {

    static final String TABLES = """
            create table users (id bigint primary key, name text not null, age integer, gone_at timestamptz);
            create table orders (id bigint primary key, user_id bigint references users (id), number text not null,
                day integer not null, total integer, cancelled_at timestamptz);
            create index on orders (user_id, day);
            create table products (id bigint primary key, name text not null, price integer not null);
            create table lines (id bigint primary key, order_id bigint not null references orders (id),
                product_id bigint references products (id), position integer not null, quantity integer not null,
                removed_at timestamptz);
            create index on lines (order_id);
            create table teams (id bigint primary key, name text not null, budget integer,
                owner_id bigint references users (id), closed_at timestamptz);
            create table memberships (user_id bigint not null references users (id),
                team_id bigint not null references teams (id), role text not null, points integer,
                left_at timestamptz, primary key (user_id, team_id));
            create table follows (follower_id bigint not null references users (id),
                followee_id bigint not null references users (id), since integer not null,
                primary key (follower_id, followee_id));
            create table tags (id bigint primary key, word text not null);
            create table user_tag (user_id bigint not null references users (id),
                tag_id bigint not null references tags (id), primary key (user_id, tag_id));
            """;

    static final String EMPTY = "truncate users, orders, products, lines, teams, memberships, follows, tags, user_tag";

    static final Table USERS = new Table("users", List.of("id"), "gone_at");
    static final Table ORDERS = new Table("orders", List.of("id"), "cancelled_at");
    static final Table PRODUCTS = new Table("products", List.of("id"), null);
    static final Table LINES = new Table("lines", List.of("id"), "removed_at");
    static final Table TEAMS = new Table("teams", List.of("id"), "closed_at");
    static final Table MEMBERSHIPS = new Table("memberships", List.of("user_id", "team_id"), "left_at");
    static final Table FOLLOWS = new Table("follows", List.of("follower_id", "followee_id"), null);
    static final Table TAGS = new Table("tags", List.of("id"), null);
    static final Table USER_TAG = new Table("user_tag", List.of("user_id", "tag_id"), null);

    private final Map<Table, List<Row>> rows = new LinkedHashMap<>();
    private final Random random;

    World(Random random) {
        this.random = random;
        int users = 1 + random.nextInt(12);
        int teams = 1 + random.nextInt(7);
        int products = 1 + random.nextInt(5);
        int orders = random.nextInt(25);
        single(USERS, users, "name", "age?", "gone_at");
        single(ORDERS, orders, "user_id?" + users, "number", "day", "total?", "cancelled_at");
        single(PRODUCTS, products, "name", "price");
        single(
                LINES,
                orders == 0 ? 0 : random.nextInt(40),
                "order_id=" + orders,
                "product_id?" + products,
                "position",
                "quantity",
                "removed_at");
        single(TEAMS, teams, "name", "budget?", "owner_id?" + users, "closed_at");
        single(TAGS, 4, "word");
        pairs(MEMBERSHIPS, random.nextInt(users * teams + 1), users, teams, "role", "points?", "left_at");
        pairs(FOLLOWS, random.nextInt(users * users + 1), users, users, "since");
        pairs(USER_TAG, random.nextInt(users * 4 + 1), users, 4);
    }

    List<Row> rows(Table table) {
        return rows.getOrDefault(table, List.of());
    }

    private void single(Table table, int number, String... columns) {
        for (long id = 1; id <= number; id++) {
            add(table, new LinkedHashMap<>(Map.of("id", id)), columns);
        }
    }

    private void pairs(Table table, int number, int left, int right, String... columns) {
        Set<List<Long>> known = new HashSet<>();
        for (int i = 0; i < number; i++) {
            long from = 1L + random.nextInt(left);
            long to = 1L + random.nextInt(right);
            if (known.add(List.of(from, to))) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                values.put(table.key().get(0), from);
                values.put(table.key().get(1), to);
                add(table, values, columns);
            }
        }
    }

    /** A column is a name, with {@code =n} or {@code ?n} for a key up to n, and {@code ?} if it can be null. */
    private void add(Table table, Map<String, @Nullable Object> values, String... columns) {
        for (String column : columns) {
            String name = column.replaceAll("[?=].*", "");
            String greatest = column.replaceAll("[^0-9]", "");
            boolean isNull = column.contains("?") && random.nextInt(4) == 0;
            Object value =
                    !greatest.isEmpty() ? (Object) (1L + random.nextInt(Integer.parseInt(greatest))) : value(name);
            values.put(name, isNull ? null : value);
        }
        rows.computeIfAbsent(table, key -> new ArrayList<>()).add(new Row(table, values));
    }

    private @Nullable Object value(String name) {
        return switch (name) {
            case "name", "word", "number" -> String.valueOf((char) ('a' + random.nextInt(4)));
            case "role" -> random.nextBoolean() ? "owner" : "member";
            default -> name.endsWith("_at") ? (random.nextInt(4) == 0 ? (Object) true : null) : random.nextInt(8);
        };
    }

    /** Returns the statements that store all rows, in a random order of the rows. */
    String inserts() {
        StringBuilder sql = new StringBuilder();
        rows.forEach((table, all) -> {
            List<Row> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, random);
            sql.append("insert into ").append(table.name()).append(" (");
            sql.append(String.join(", ", shuffled.get(0).values().keySet())).append(") values ");
            sql.append(shuffled.stream().map(World::literals).collect(Collectors.joining(", ")))
                    .append(";\n");
        });
        return sql.toString();
    }

    private static String literals(Row row) {
        return row.values().values().stream()
                .map(value ->
                        value instanceof Boolean ? "now()" : value instanceof String ? "'" + value + "'" : "" + value)
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
