package dev.kindred.internal.render.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.TenantException;
import dev.kindred.internal.render.RenderedSql;
import dev.kindred.internal.render.RenderedSql.Tenancy;
import dev.kindred.internal.sql.CopyIn;
import dev.kindred.internal.sql.Delete;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Insert;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.Update;
import dev.kindred.type.SqlTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TenantWriterTests {

    private static final ColumnReference TENANT = new ColumnReference("tenant_id", SqlTypes.LONG);
    private static final ColumnReference ID = new ColumnReference("id", SqlTypes.LONG);
    private static final TableName ORDERS = TableName.of("orders").ofTenant(TENANT);
    private static final Predicate FIRST = new Predicate.Disjunction(
            List.of(new Predicate.IsNull(ID), new Predicate.Negation(new Predicate.IsNull(ID))));

    private final PostgresRenderer renderer = new PostgresRenderer();

    @Test
    void aTableThatIsReadHasTheRowsOfTheTenant() {
        RenderedSql sql = renderer.render(select(ORDERS));

        assertThat(sql.text())
                .isEqualTo("SELECT \"id\" FROM (SELECT * FROM \"orders\" WHERE \"tenant_id\" = $1) AS \"orders\""
                        + " WHERE \"id\" IS NULL OR \"id\" IS NOT NULL");
        assertThat(sql.tenancy()).isEqualTo(Tenancy.TENANT);
        assertThat(sql.parameters()).hasSize(1);
        assertThat(renderer.render(select(TableName.of("orders"))).tenancy()).isEqualTo(Tenancy.NONE);
    }

    @Test
    void theConditionOfTheUserIsInParentheses() {
        assertThat(renderer.render(new Delete(ORDERS, FIRST)).text())
                .isEqualTo(
                        "DELETE FROM \"orders\" WHERE \"tenant_id\" = $1 AND (\"id\" IS NULL OR \"id\" IS NOT NULL)");
        assertThat(renderer.render(new Delete(ORDERS, null)).text())
                .isEqualTo("DELETE FROM \"orders\" WHERE \"tenant_id\" = $1");
        assertThat(renderer.render(new Update(ORDERS, values(), List.of(), null, List.of()))
                        .text())
                .isEqualTo("UPDATE \"orders\" SET \"id\" = $1 WHERE \"tenant_id\" = $2");
    }

    @Test
    void anInsertSetsTheTenant() {
        assertThat(renderer.render(new Insert(ORDERS, values(), List.of())).text())
                .isEqualTo("INSERT INTO \"orders\" (\"tenant_id\", \"id\") VALUES ($1, $2)");
        assertThat(renderer.render(new Insert(ORDERS, List.of(), List.of())).text())
                .isEqualTo("INSERT INTO \"orders\" (\"tenant_id\") VALUES ($1)");
    }

    @Test
    void aWriterWithoutTheTenantIsRefused() {
        SqlWriter changed = new SqlWriter();
        changed.tenants().changed(ORDERS);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(changed::finish);
        SqlWriter inserted = new SqlWriter();
        inserted.tenants().into(ORDERS);
        inserted.tenants().column(ORDERS, List.of(), "");
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(inserted::finish);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> new SqlWriter().table(ORDERS));
    }

    @Test
    void onlyReadsOfOneTableAreAcrossTenants() {
        assertThat(renderer.renderAcrossTenants(select(ORDERS)).text())
                .isEqualTo("SELECT \"id\" FROM \"orders\" WHERE \"id\" IS NULL OR \"id\" IS NOT NULL");
        Select nested = new Select(
                ORDERS, List.of(ID), new Predicate.InSelect(List.of(ID), select(ORDERS)), List.of(), Select.Page.ALL);
        assertThatExceptionOfType(TenantException.class).isThrownBy(() -> renderer.renderAcrossTenants(nested));
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> renderer.renderAcrossTenants(new Delete(ORDERS, FIRST)));
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> renderer.renderAcrossTenants(new Insert(ORDERS, values(), List.of())));
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> renderer.renderAcrossTenants(new CopyIn(ORDERS, List.of(TENANT))));
    }

    /** The name of a table is written here, and in statements on the schema. */
    @Test
    void noOtherClassWritesTheNameOfATable() throws IOException {
        Path sources = Path.of("src/main/java/dev/kindred/internal/render/postgres");
        try (Stream<Path> files = Files.list(sources)) {
            assertThat(files.filter(file -> text(file).contains("tableName("))
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "SqlWriter.java", "TenantWriter.java", "SchemaWriter.java", "PostgresCatalogQueries.java");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Select select(TableName table) {
        return new Select(table, List.of(ID), FIRST, List.of(), Select.Page.ALL);
    }

    private static List<SetColumn> values() {
        return List.of(new SetColumn(ID, new Parameter(SqlTypes.LONG, 1L)));
    }
}
