package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.schema.Finding;
import dev.kindred.schema.Schema;
import dev.kindred.schema.SchemaPolicy;
import dev.kindred.schema.SchemaReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** Runs the documentation's code for schemas, verbatim. */
class SchemaReadmeIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create();

    @TempDir
    Path migrations;

    private final ReactiveMapper mapper = ReactiveMapper.create(database.pool());

    @Test
    void aSchemaIsCreatedAndCompared() throws IOException {
        Files.writeString(
                migrations.resolve("V1__accounts.sql"),
                Schema.of(Account.class, Subscription.class).ddl());

        Mono<Void> created = mapper.schema(Account.class, Subscription.class).create();

        Mono<Void> checked = mapper.schema(Account.class, Subscription.class).verify(SchemaPolicy.FAIL);

        Mono<SchemaReport> report =
                mapper.schema(Account.class, Subscription.class).verify();

        created.then(checked).block();
        assertThat(report.block().isClean()).isTrue();

        database.postgres().execute("alter table subscriptions drop constraint subscriptions_account_id_key");
        assertThat(report.block().findings())
                .extracting(Finding::message)
                .containsExactly("subscriptions.account_id (Account.subscription): expected a unique index, found none."
                        + " Remedy: ALTER TABLE"
                        + " \"subscriptions\" ADD CONSTRAINT \"subscriptions_account_id_key\" UNIQUE"
                        + " (\"account_id\")");
        assertThat(migrations.resolve("V1__accounts.sql"))
                .content()
                .contains("REFERENCES \"accounts\" (\"id\") ON DELETE CASCADE");
    }
}
