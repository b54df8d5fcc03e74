package dev.kindred.it.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.schema.Schema;
import dev.kindred.schema.SchemaReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TenantSchemaIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create();

    private ReactiveMapper mapper;

    @BeforeEach
    void tables() {
        mapper = new Tenancy(database).mapper();
    }

    @Test
    void keysContainTheTenant() {
        assertThat(Schema.of(Tenancy.ENTITIES).ddl())
                .contains("\"tenant_id\" bigint NOT NULL")
                .contains("CONSTRAINT \"customers_pkey\" PRIMARY KEY (\"tenant_id\", \"id\")")
                .contains("UNIQUE (\"tenant_id\", \"email\")")
                .contains(
                        "FOREIGN KEY (\"tenant_id\", \"customer_id\") REFERENCES \"customers\" (\"tenant_id\", \"id\")")
                .contains("PRIMARY KEY (\"tenant_id\", \"customer_id\", \"label_id\")")
                .contains("FOREIGN KEY (\"country_code\") REFERENCES \"countries\" (\"code\")");
        assertThat(mapper.schema(Tenancy.ENTITIES).verify().block().findings()).isEmpty();
    }

    @Test
    void keysWithoutTheTenantAreReported() {
        database.postgres().execute("""
                truncate customers, labels, clubs cascade;
                alter table lines drop constraint lines_tenant_id_order_id_fkey;
                alter table customers drop constraint customers_tenant_id_email_key;
                alter table customers add unique (email, id);
                alter table lines drop constraint lines_pkey;
                alter table lines add primary key (id);
                """);
        SchemaReport report = mapper.schema(Tenancy.ENTITIES).verify().block();
        assertThat(report.findings().toString())
                .contains("lines")
                .contains("customers")
                .contains("tenant_id");
        assertThat(report.findings()).hasSize(3);
    }
}
