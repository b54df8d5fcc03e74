package dev.kindred.it.type;

import static dev.kindred.it.type.TypeSamples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindred.error.MappingException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.RowFormat;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecMetadata;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import io.r2dbc.postgresql.message.Format;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** Values that are decoded from the bytes of a row are those that the driver decodes. */
class DirectReadsIntegrationTests {

    private static final String THINGS = """
            insert into things (id, text, bytes, mood, feeling, place, extra, postcode, words, counts, keys, moods,
                    lines, amounts, moments, days, flags)
                select lpad(i::text, 32, '0')::uuid, case when i % 3 > 0 then repeat('ä', i) end,
                    case when i % 2 = 0 then decode(repeat('0f', i), 'hex') end, case when i % 5 > 0 then 'SAD' end,
                    case when i % 7 > 0 then 'OK'::mood end, case when i % 4 > 0 then '{"name": "x", "tags": []}'::jsonb
                    end, case when i % 6 > 0 then '{}'::json end, case when i % 2 > 0 then '12345' end,
                    case when i % 3 > 0 then array['a', repeat('b', i), ''] end,
                    case when i % 4 > 0 then array(select generate_series(1, i)) end,
                    case when i % 5 > 0 then array[lpad(i::text, 32, '1')::uuid] end,
                    case when i % 2 > 0 then array['SAD', 'HAPPY']::mood[] end,
                    case when i % 6 > 0 then array[null, 'x'] end, case when i % 3 > 0 then array[i / 7.0, null] end,
                    case when i % 4 > 0 then array['2024-01-01 00:00Z'::timestamptz + i * interval '1 hour'] end,
                    case when i % 5 > 0 then array['1500-01-01'::date + i] end, array[i % 2 = 0, null]
                from generate_series(0, 60) i
            """;

    private static final String NUMBERS = """
            insert into numbers (id, tiny, small, medium, large, single, twice, yes, letter, boxed_small, boxed_medium,
                    boxed_large, boxed_single, boxed_twice, boxed_yes, boxed_letter, decimal, whole)
                select i, -i, i * 500, i * -30000000, i * -90000000000000000, i / 7.0, i * 1e300, i % 2 = 0, 'x',
                    case when i % 2 > 0 then i end, case when i % 3 > 0 then -i end, case when i % 4 > 0 then i end,
                    case when i % 5 > 0 then i end, case when i % 6 > 0 then i end, case when i % 7 > 0 then true end,
                    case when i % 2 > 0 then 'é' end, case when i % 3 > 0 then i / 11.0 end,
                    case when i % 4 > 0 then repeat('9', i) :: numeric end
                from generate_series(0, 60) i
            """;

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Numbers.TABLE, Things.TABLE).resetBefore("truncate numbers, things");

    private static ReactiveMapper mapper(RowFormat format) {
        return format.mapper(database, new StatementRecorder());
    }

    @ParameterizedTest
    @CsvSource({"BINARY, BINARY_BY_DRIVER", "TEXT, TEXT_BY_DRIVER", "BINARY, TEXT"})
    void rowsWithNullsAndValuesOfAnyLengthAreThoseOfTheDriver(RowFormat format, RowFormat other) {
        database.postgres().execute(THINGS);
        database.postgres().execute(NUMBERS);
        ReactiveMapper direct = mapper(format);
        ReactiveMapper driver = mapper(other);

        assertThat(things(direct)).hasSize(61).usingRecursiveComparison().isEqualTo(things(driver));
        assertThat(numbers(direct)).hasSize(61).isEqualTo(numbers(driver));
        assertThat(projected(direct)).hasSize(61).isEqualTo(projected(driver));
    }

    private static List<Things> things(ReactiveMapper mapper) {
        return mapper.from(Things.class)
                .orderBy(Things_.ID.asc())
                .all()
                .collectList()
                .block();
    }

    private static List<Numbers> numbers(ReactiveMapper mapper) {
        return mapper.sql("select * from numbers order by id")
                .as(Numbers.class)
                .all()
                .collectList()
                .block();
    }

    private static List<?> projected(ReactiveMapper mapper) {
        return mapper.from(Numbers.class)
                .orderBy(Numbers_.ID.asc())
                .project(
                        List.of(Numbers_.BOXED_LARGE, Numbers_.WHOLE),
                        row -> row.getOrNull(Numbers_.BOXED_LARGE) + " " + row.getOrNull(Numbers_.WHOLE))
                .all()
                .collectList()
                .block();
    }

    @ParameterizedTest
    @CsvSource({"BINARY, BINARY_BY_DRIVER", "TEXT, TEXT_BY_DRIVER"})
    void anArrayOfSeveralDimensionsIsTheErrorOfTheDriver(RowFormat format, RowFormat other) {
        database.postgres().execute("insert into things (id, counts) values ('" + id(1) + "', '{{1, 2}, {3, 4}}')");

        MappingException error = failure(mapper(format));

        assertThat(error).hasMessageContaining("things.counts").hasMessageContaining("Dimensions");
        assertThat(error).hasMessage(failure(mapper(other)).getMessage());
    }

    private static MappingException failure(ReactiveMapper mapper) {
        return catchThrowableOfType(
                MappingException.class, () -> mapper.get(Things.class, id(1)).block());
    }

    @Test
    void aCodecOfTheApplicationIsUsed() {
        database.postgres().execute(NUMBERS);
        CodecRegistrar registrar =
                (connection, allocator, registry) -> Mono.fromRunnable(() -> registry.addFirst(plusOne()));
        ReactiveMapper mapper = ReactiveMapper.create(database.watch(database.poolBuilder()
                .driver(driver -> driver.codecRegistrar(registrar))
                .maxSize(1)
                .build()));

        Numbers numbers = mapper.get(Numbers.class, 3).block();

        assertThat(numbers.large()).isEqualTo(-269_999_999_999_999_999L);
        assertThat(numbers.medium()).isEqualTo(-90_000_000);
    }

    /** Reads {@code int8} as the next number. */
    private static Codec<?> plusOne() {
        return (Codec<?>) Proxy.newProxyInstance(
                Codec.class.getClassLoader(),
                new Class<?>[] {Codec.class, CodecMetadata.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "type" -> Long.class;
                    case "getFormats" -> List.of(Format.FORMAT_BINARY);
                    case "getDataTypes" -> List.of(PostgresqlObjectId.INT8);
                    case "canDecode" -> arguments[0].equals(20) && arguments[2] == Long.class;
                    case "decode" -> ((ByteBuf) arguments[0]).readLong() + 1;
                    default -> false;
                });
    }

    @Test
    void theValuesOfTheRowsOfAProxyAreUsed() {
        database.postgres()
                .execute("insert into things (id, text) values ('" + id(1) + "', 'a'), ('" + id(2) + "', 'b')");
        ReactiveMapper mapper = ReactiveMapper.create(UpperCaseDriver.of(database.pool()));

        assertThat(things(mapper)).extracting(Things::text).containsExactly("A", "B");
    }
}
