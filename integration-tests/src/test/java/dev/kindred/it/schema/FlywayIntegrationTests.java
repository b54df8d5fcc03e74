package dev.kindred.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SchemaOperations;
import dev.kindred.schema.Schema;
import dev.kindred.schema.SchemaPolicy;
import dev.kindred.schema.SchemaReport;
import dev.kindred.test.internal.PostgresDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A migration library changes the database. The mapper generates the first migration and verifies the result. */
class FlywayIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create();

    @TempDir
    Path migrations;

    private final ReactiveMapper mapper = ReactiveMapper.create(database.pool());

    @Test
    void theTextIsAMigrationAndSoAreTheRemedies() throws IOException {
        Files.writeString(
                migrations.resolve("V1__shop.sql"), Schema.of(Shop.ENTITIES).ddl());

        assertThat(migrate()).isEqualTo(1);

        SchemaOperations schema = mapper.schema(Shop.ENTITIES);
        assertThat(schema.verify().block().findings()).isEmpty();

        Files.writeString(
                migrations.resolve("V2__mistake.sql"),
                "alter table cards drop constraint cards_customer_id_key; alter table customers drop column nickname;");
        assertThat(migrate()).isEqualTo(1);
        SchemaReport report = schema.verify().block();
        assertThat(report.findings()).hasSize(2);

        Files.writeString(migrations.resolve("V3__mended.sql"), String.join(";\n", report.remedies()) + ";\n");
        assertThat(migrate()).isEqualTo(1);
        schema.verify(SchemaPolicy.FAIL).block();
    }

    private int migrate() {
        PostgresDatabase postgres = database.postgres();
        return Flyway.configure()
                .dataSource(
                        "jdbc:postgresql://" + postgres.host() + ":" + postgres.port() + "/" + postgres.database(),
                        postgres.user(),
                        postgres.password())
                .locations("filesystem:" + migrations)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
