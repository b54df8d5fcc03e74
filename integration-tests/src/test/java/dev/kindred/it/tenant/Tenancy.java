package dev.kindred.it.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.ReactiveMapperBuilder;
import dev.kindred.reactor.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Two tenants with rows of equal keys. The tests work for tenant 1. Tenant 9 is the canary: its rows never change, and
 * no statement names a table of tenants without an equality on the tenant.
 */
final class Tenancy {

    static final long OWN = 1;
    static final long CANARY = 9;

    static final Class<?>[] ENTITIES = {
        Country.class, Customer.class, Account.class, Order.class, Line.class, Label.class, Club.class, Membership.class
    };

    private static final List<String> TABLES =
            List.of("customers", "accounts", "orders", "lines", "labels", "clubs", "memberships", "customer_label");

    private static final Pattern REFERENCE = Pattern.compile(
            "(?<before>.{0,24})\"(?:" + String.join("|", TABLES) + ")\"(?<after>.{0,300})", Pattern.DOTALL);

    private final StatementRecorder recorder = new StatementRecorder();
    private final ReactiveMapper plain;
    private final ReactiveMapper mapper;
    private final String before;

    Tenancy(DatabaseExtension database) {
        plain = ReactiveMapper.builder(database.pool()).build();
        mapper = builder(database).withTenants().build();
        plain.schema(ENTITIES).drop().block();
        plain.schema(ENTITIES).create().block();
        for (long tenant : new long[] {OWN, CANARY}) {
            database.postgres().execute(rows(tenant));
        }
        before = canary();
    }

    ReactiveMapperBuilder builder(DatabaseExtension database) {
        return ReactiveMapper.builder(database.pool()).listener(recorder);
    }

    private static String rows(long tenant) {
        return """
                insert into countries (code, name) values ('de', 'Germany') on conflict do nothing;
                insert into customers (tenant_id, id, email, name, country_code, touched_at) values
                    (%1$d, 1, 'a', 'tenant %1$d', 'de', '2020-01-01Z'),
                    (%1$d, 2, 'b', 'tenant %1$d', 'de', '2020-01-01Z');
                insert into accounts (tenant_id, id, balance, customer_id) values (%1$d, 1, 10, 1);
                insert into orders (tenant_id, id, item, amount, version, customer_id) values
                    (%1$d, 1, 'pen', 1, 1, 1), (%1$d, 2, 'ink', 2, 1, 1), (%1$d, 3, 'cap', 3, 1, 2);
                insert into lines (tenant_id, id, sku, amount, order_id) values
                    (%1$d, 1, 'x', 1, 1), (%1$d, 2, 'y', 2, 1), (%1$d, 3, 'z', 3, 3);
                insert into labels (tenant_id, id, name) values (%1$d, 1, 'red'), (%1$d, 2, 'blue');
                insert into customer_label (tenant_id, customer_id, label_id) values (%1$d, 1, 1);
                insert into clubs (tenant_id, id, name) values (%1$d, 1, 'chess'), (%1$d, 2, 'golf');
                insert into memberships (tenant_id, customer_id, club_id, role) values (%1$d, 1, 1, 'owner');
                select setval(pg_get_serial_sequence(t, 'id'), 100) from unnest(array['customers', 'accounts', 'orders',
                    'lines', 'labels', 'clubs']) t;
                """.formatted(tenant);
    }

    ReactiveMapper mapper() {
        return mapper;
    }

    StatementRecorder recorder() {
        return recorder;
    }

    <T> T own(Mono<T> work) {
        return Objects.requireNonNull(work.contextWrite(Tenant.of(OWN)).block());
    }

    <T> List<T> own(Flux<T> work) {
        return own(work.collectList());
    }

    String canary() {
        return of(CANARY);
    }

    /** Returns all rows of {@code tenant}. */
    String of(long tenant) {
        List<String> rows = new ArrayList<>();
        for (String table : TABLES) {
            rows.add(table
                    + plain.sql("select coalesce(string_agg(t::text, ' ' order by t::text), '') as rows from " + table
                                    + " t where tenant_id = :t")
                            .bind("t", tenant)
                            .map(row -> row.get("rows", String.class))
                            .one()
                            .block());
        }
        return String.join("\n", rows);
    }

    /** Checks the statements since the start, and the canary. */
    void check() {
        recorder.texts().forEach(Tenancy::check);
        assertThat(canary()).isEqualTo(before);
    }

    static void check(String sql) {
        Matcher reference = REFERENCE.matcher(sql);
        int from = 0;
        while (reference.find(from)) {
            from = reference.start("after");
            String start = reference.group("before");
            String rest = sql.substring(from);
            boolean isColumn = rest.startsWith(".") || rest.startsWith(" AS (") || start.endsWith("AS ");
            boolean isScoped = isColumn
                    || (start.endsWith("(SELECT * FROM ") && rest.matches("(?s) WHERE \"tenant_id\" = \\$\\d+\\).*"))
                    || (start.matches("(?s).*(INSERT INTO|COPY) ")
                            && rest.matches("(?s)( AS \"\\w+\")? \\([^)]*\"tenant_id\".*"))
                    || (start.matches("(?s).*(UPDATE|DELETE FROM) ") && isChangedWithin(rest));
            assertThat(isScoped).as("a reference without the tenant in " + sql).isTrue();
        }
    }

    /** The condition of a changed table is in its own WHERE. */
    private static boolean isChangedWithin(String rest) {
        Matcher alias = Pattern.compile("^ AS (\"\\w+\")").matcher(rest);
        String column = alias.find() ? alias.group(1) + ".\"tenant_id\"" : "\"tenant_id\"";
        return Pattern.compile("(WHERE|AND) " + Pattern.quote(column) + " = \\$\\d+")
                .matcher(rest)
                .find();
    }
}
