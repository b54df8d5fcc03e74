package dev.kindred.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SchemaOperations;
import dev.kindred.schema.Finding;
import dev.kindred.schema.Finding.Kind;
import dev.kindred.schema.SchemaReport;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each difference is found, and its remedy removes it. */
class SchemaRemediesIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create().resetBefore("drop schema public cascade; create schema public;", Shop.MIGRATION);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private SchemaOperations schema;

    @BeforeEach
    void schema() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
        schema = mapper.schema(Shop.ENTITIES);
    }

    private List<String> messages() {
        return schema.verify().block().findings().stream().map(Finding::message).toList();
    }

    @Test
    void allDifferencesAreFoundAtOnceAndCanBeMended() {
        database.postgres().execute("""
                alter type rank rename value 'FRIEND' to 'FIEND';
                alter table customers drop column nickname;
                alter table customers alter column since type timestamp;
                alter table customers alter column email drop not null;
                alter table customers alter column id drop default;
                alter table customers drop constraint customers_score_check;
                alter table customers add column born date not null;
                alter table addresses drop constraint addresses_customer_id_fkey;
                alter table addresses add foreign key (customer_id) references customers;
                drop table cards;
                alter table purchases drop constraint purchases_pkey;
                alter table purchases drop constraint purchases_customer_id_fkey;
                drop index purchases_customer_id_total_idx;
                """);

        SchemaReport report = schema.verify().block();

        assertThat(report.findings())
                .extracting(finding -> place(finding) + ": " + finding.expected() + " / " + finding.found())
                .containsExactly(
                        "rank (enum): the label FRIEND / none",
                        "customers.id (Customer.id): an identity or a default / none",
                        "customers.email (Customer.email): NOT NULL / a nullable column",
                        "customers.nickname (Customer.nickname): text / none",
                        "customers.since (Customer.since): timestamptz / timestamp without time zone",
                        "customers.born (Customer): no such column, or a default for it / NOT NULL without a default",
                        "customers.score (Customer.score): CHECK (score >= 0) / none",
                        "cards (Card): a table / none",
                        "purchases.id (Purchase): a primary key / none",
                        "purchases.customer_id (Purchase.customer): an index / none",
                        "addresses.customer_id (Customer.address): CASCADE on delete / NO_ACTION",
                        "purchases.customer_id (Purchase.customer): a foreign key to customers[id] / none");
        assertThat(report.findings()).allMatch(finding -> !finding.remedy().isEmpty());

        report.remedies().forEach(database.postgres()::execute);

        assertThat(messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        alter table addresses drop column street | addresses.street (Address.street): expected text, found none. \
        Remedy: ALTER TABLE "addresses" ADD COLUMN "street" text NOT NULL
        alter table purchases alter total type numeric(10, 1) | purchases.total (Purchase.total): expected \
        numeric(10, 2), found numeric(10,1). Remedy: ALTER TABLE "purchases" ALTER COLUMN "total" TYPE numeric(10, 2) \
        USING "total"::numeric
        alter table customers alter email type varchar(99) | customers.email (Customer.email): expected varchar(100), \
        found character varying(99). Remedy: ALTER TABLE "customers" ALTER COLUMN "email" TYPE varchar(100) USING \
        "email"::varchar
        alter table purchases alter total type text | purchases.total (Purchase.total): expected numeric(10, 2), \
        found text. Remedy: ALTER TABLE "purchases" ALTER COLUMN "total" TYPE numeric(10, 2) USING "total"::numeric
        alter table customers alter score type bigint | customers.score (Customer.score): expected int4, found \
        bigint. Remedy: ALTER TABLE "customers" ALTER COLUMN "score" TYPE integer USING "score"::integer
        alter table customers alter nickname set not null | customers.nickname (Customer.nickname): expected a \
        nullable column, found NOT NULL. Remedy: ALTER TABLE "customers" ALTER COLUMN "nickname" DROP NOT NULL
        alter table addresses alter customer_id drop not null | addresses.customer_id (Address.customerId): expected \
        NOT NULL, found a nullable column. Remedy: ALTER TABLE "addresses" ALTER COLUMN "customer_id" SET NOT NULL
        alter table addresses drop constraint addresses_customer_id_key | addresses.customer_id (Customer.address): \
        expected a unique index, found none. Remedy: ALTER TABLE "addresses" ADD CONSTRAINT \
        "addresses_customer_id_key" UNIQUE ("customer_id")
        alter table customers drop constraint customers_email_key | customers.email (Customer.email): expected a \
        unique index, found none. Remedy: ALTER TABLE "customers" ADD CONSTRAINT "customers_email_key" UNIQUE ("email")
        drop index purchases_customer_id_total_idx; create index on purchases (total, customer_id) | \
        purchases.customer_id (Purchase.customer): expected an index, found none. Remedy: CREATE INDEX \
        "purchases_customer_id_idx" ON "purchases" ("customer_id")
        drop index cards_customer_id_idx; create unique index on cards (customer_id) where id > 7 | cards.customer_id \
        (Customer.card): expected a unique index, found none. Remedy: ALTER TABLE "cards" ADD CONSTRAINT \
        "cards_customer_id_key" UNIQUE ("customer_id")
        alter table addresses alter id drop identity | addresses.id (Address.id): expected an identity or a default, \
        found none. Remedy: ALTER TABLE "addresses" ALTER COLUMN "id" ADD GENERATED BY DEFAULT AS IDENTITY; SELECT \
        setval(pg_get_serial_sequence('"addresses"', 'id'), GREATEST(max("id"), 0) + 1, false) FROM "addresses"
        alter table customers alter since drop default | customers.since (Customer.since): expected the default \
        now(), found none. Remedy: ALTER TABLE "customers" ALTER COLUMN "since" SET DEFAULT now()
        alter table purchases drop constraint purchases_customer_id_fkey | purchases.customer_id (Purchase.customer): \
        expected a foreign key to customers[id], found none. Remedy: ALTER TABLE "purchases" ADD CONSTRAINT \
        "purchases_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id")
        alter table purchases drop constraint purchases_customer_id_fkey, add foreign key (customer_id) references \
        addresses | purchases.customer_id (Purchase.customer): expected a foreign key to customers[id], found a \
        foreign key to public.addresses[id]. Remedy: ALTER TABLE IF EXISTS "purchases" DROP CONSTRAINT IF EXISTS \
        "purchases_customer_id_fkey"; ALTER TABLE "purchases" ADD CONSTRAINT "purchases_customer_id_fkey" FOREIGN KEY \
        ("customer_id") REFERENCES "customers" ("id")
        drop index cards_customer_id_idx; alter table cards add constraint cards_customer_id_key unique (customer_id) \
        deferrable | cards.customer_id (Customer.card): expected a unique index, found none. Remedy: ALTER TABLE \
        "cards" ADD CONSTRAINT "cards_customer_id_key_1" UNIQUE ("customer_id")
        drop index purchases_customer_id_total_idx; create index purchases_customer_id_idx on purchases (customer_id) \
        where id > 7 | purchases.customer_id (Purchase.customer): expected an index, found none. Remedy: CREATE INDEX \
        "purchases_customer_id_idx_1" ON "purchases" ("customer_id")
        alter table purchases drop constraint purchases_pkey | purchases.id (Purchase): expected a primary key, found \
        none. Remedy: ALTER TABLE "purchases" ADD CONSTRAINT "purchases_pkey" PRIMARY KEY ("id")
        """)
    void oneDefectIsOneFindingWithItsRemedy(String defect, String finding) {
        database.postgres().execute(defect);

        SchemaReport report = schema.verify().block();

        assertThat(report.findings()).extracting(Finding::message).containsExactly(finding);
        report.remedies().forEach(database.postgres()::execute);
        assertThat(messages()).isEmpty();
    }

    @Test
    void parentsWithSeveralRowsAreCounted() {
        database.postgres().execute("""
                drop index cards_customer_id_idx;
                alter table addresses drop constraint addresses_customer_id_key;
                insert into customers (email, score) select 'c' || g, 0 from generate_series(1, 5) g;
                insert into cards (customer_id) select g % 3 + 1 from generate_series(1, 5) g;
                insert into cards (customer_id) values (null), (null);
                insert into addresses (customer_id, street) select g, '' from generate_series(1, 5) g;
                """);

        SchemaReport report = schema.verify().block();

        assertThat(report.findings())
                .extracting(finding -> place(finding) + ": " + finding.expected() + " / " + finding.found())
                .containsExactly(
                        "addresses.customer_id (Customer.address): a unique index / none",
                        "cards.customer_id (Customer.card): at most one row for each key / 2 keys with several rows",
                        "cards.customer_id (Customer.card): a unique index / none");
        assertThat(recorder.texts())
                .hasSize(3)
                .last()
                .isEqualTo("SELECT 0 AS \"ordinal\", count(*) AS \"keys\" FROM (SELECT 1 FROM \"addresses\" WHERE"
                        + " \"customer_id\" IS NOT NULL GROUP BY \"customer_id\" HAVING count(*) > 1) AS \"shared\""
                        + " UNION ALL SELECT 1 AS \"ordinal\", count(*) AS \"keys\" FROM (SELECT 1 FROM \"cards\" WHERE"
                        + " \"customer_id\" IS NOT NULL GROUP BY \"customer_id\" HAVING count(*) > 1) AS \"shared\"");

        database.postgres()
                .execute("delete from cards c where exists (select 1 from cards o where o.customer_id ="
                        + " c.customer_id and"
                        + " o.id < c.id)");
        report.remedies().forEach(database.postgres()::execute);
        assertThat(messages()).isEmpty();
    }

    @Test
    void anEmptyDatabaseCanBeMendedByTheRemedies() {
        database.postgres().execute("drop schema public cascade; create schema public");

        SchemaReport report = schema.verify().block();

        assertThat(report.findings())
                .hasSize(5)
                .extracting(Finding::kind)
                .containsOnly(Kind.MISSING_TYPE, Kind.MISSING_TABLE);
        report.remedies().forEach(database.postgres()::execute);
        assertThat(messages()).isEmpty();
    }

    @Test
    void tablesInACircleCanBeMendedByTheRemedies() {
        SchemaOperations circle = mapper.schema(Circle.LeftNode.class, Circle.RightNode.class);
        database.postgres()
                .execute("drop schema if exists \"left side\" cascade; drop schema if exists"
                        + " \"right;\"\"side\"\"\" cascade;"
                        + " create schema \"left side\"; create schema \"right;\"\"side\"\"\"");

        circle.verify().block().remedies().forEach(database.postgres()::execute);

        assertThat(circle.verify().block().findings()).isEmpty();
    }

    private static String place(Finding finding) {
        String columns = finding.columns().isEmpty() ? "" : "." + String.join(",", finding.columns());
        return finding.table() + columns + " (" + finding.member() + ")";
    }
}
