package dev.kindred.it.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.SchemaMismatchException;
import dev.kindred.it.entity.Witness;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SchemaOperations;
import dev.kindred.schema.Finding;
import dev.kindred.schema.Finding.Kind;
import dev.kindred.schema.SchemaPolicy;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifySchemaIntegrationTests {

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
    void tablesThatWereMadeByHandFit() {
        assertThat(messages()).isEmpty();
        assertThat(recorder.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"varchar(500)", "text", "char(8)", "citext", "short_text", "short_text_of_short_text"})
    void everyTypeOfTextFitsAText(String type) {
        database.postgres()
                .execute("create extension if not exists citext; create domain short_text as varchar(9);"
                        + " create domain short_text_of_short_text as short_text; alter table customers alter"
                        + " nickname type "
                        + type);

        assertThat(messages()).isEmpty();
    }

    @Test
    void aDomainMayTakeNoNullAndHaveADefault() {
        database.postgres().execute("""
                create domain moment as timestamptz not null default now();
                alter table customers alter since drop not null, alter since drop default, alter since type moment;
                """);

        assertThat(messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank_values", "text"})
    void theTypeOfAnEnumMayBeADomain(String base) {
        database.postgres().execute("""
                alter type rank rename to rank_values;
                create domain rank as %s;
                alter table customers alter rank drop default, alter rank type rank using rank::text::rank,
                    alter rank set default 'GUEST';
                """.formatted(base));

        assertThat(messages()).isEmpty();
    }

    @Test
    void aViewIsComparedByItsColumnsOnly() {
        database.postgres().execute(Witness.TABLE);

        assertThat(mapper.schema(Witness.class).verify().block().findings()).isEmpty();

        database.postgres()
                .execute("drop view witnesses; create view witnesses as select id::text, parent_id from all_witnesses");
        assertThat(mapper.schema(Witness.class).verify().block().findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Kind.WRONG_TYPE, Kind.MISSING_COLUMN);
    }

    @Test
    void aTableOfAnotherSchemaIsNotTakenForOneWithoutASchema() {
        database.postgres()
                .execute("drop schema if exists hidden cascade; create schema hidden; alter table cards set schema"
                        + " hidden");

        assertThat(schema.verify().block().findings()).extracting(Finding::kind).containsExactly(Kind.MISSING_TABLE);
    }

    @Test
    void findingsAreAnErrorALineOrNothingAsThePolicySays() {
        schema.verify(SchemaPolicy.FAIL).block();
        database.postgres().execute("alter table customers drop column nickname, drop column since");
        recorder.clear();

        assertThatThrownBy(() -> schema.verify(SchemaPolicy.FAIL).block())
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessage("""
                        The database differs from the entities:
                        customers.nickname (Customer.nickname): expected text, found none. Remedy: ALTER TABLE \
                        "customers" ADD COLUMN \
                        "nickname" text
                        customers.since (Customer.since): expected timestamptz, found none. Remedy: ALTER TABLE \
                        "customers" ADD COLUMN \
                        "since" timestamptz DEFAULT now() NOT NULL""");
        assertThat(logged(() -> schema.verify(SchemaPolicy.WARN).block()))
                .contains("dev.kindred.schema - customers.nickname (Customer.nickname): expected text, found none.")
                .contains("dev.kindred.schema - customers.since (Customer.since): expected timestamptz, found none.");
        assertThat(recorder.count()).isEqualTo(4);
        schema.verify(SchemaPolicy.OFF).block();
        assertThat(recorder.count()).isEqualTo(4);
    }

    /** The test logger writes to the standard error stream. */
    private static String logged(Runnable action) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream original = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(original);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
