package dev.kindred.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A relation to one of many rows needs an index that is not unique. */
class OneOfManySchemaIntegrationTests {

    private static final Schema SCHEMA = Schema.of(Meter.class, Meter.Reading.class);

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create().resetBefore("drop table if exists readings, meters");

    @Test
    void theForeignKeyHasAnIndexThatIsNotUnique() {
        assertThat(SCHEMA.ddl())
                .doesNotContain("UNIQUE")
                .contains("CREATE INDEX \"readings_meter_id_idx\" ON \"readings\" (\"meter_id\")");
    }

    @Test
    void whatIsCreatedHasAllThatTheEntitiesNeedAndTakesManyRows() {
        ReactiveMapper mapper = ReactiveMapper.create(database.pool());
        mapper.schema(SCHEMA).create().block();
        database.postgres().execute("""
                insert into meters default values;
                insert into readings (meter_id, taken_at) select 1, now() - make_interval(hours => g) from \
                generate_series(1, 3) g
                """);

        assertThat(mapper.schema(SCHEMA).verify().block().findings()).isEmpty();
        assertThat(mapper.get(Meter.class, 1L)
                        .flatMap(Meter::lastReading)
                        .map(Meter.Reading::id)
                        .block())
                .isEqualTo(1L);
    }
}
