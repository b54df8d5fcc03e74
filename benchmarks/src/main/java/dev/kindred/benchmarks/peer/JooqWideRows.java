package dev.kindred.benchmarks.peer;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.kindred.benchmarks.entity.WideRow;
import dev.kindred.benchmarks.harness.Turns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The wide rows as jOOQ reads them. */
final class JooqWideRows {

    private static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final Field<Short> SMALL_ONE = field(name("small_one"), SQLDataType.SMALLINT);
    private static final Field<Short> SMALL_TWO = field(name("small_two"), SQLDataType.SMALLINT);
    private static final Field<Integer> INT_ONE = field(name("int_one"), SQLDataType.INTEGER);
    private static final Field<Integer> INT_TWO = field(name("int_two"), SQLDataType.INTEGER);
    private static final Field<Integer> INT_THREE = field(name("int_three"), SQLDataType.INTEGER);
    private static final Field<Long> LONG_ONE = field(name("long_one"), SQLDataType.BIGINT);
    private static final Field<Long> LONG_TWO = field(name("long_two"), SQLDataType.BIGINT);
    private static final Field<Float> REAL_ONE = field(name("real_one"), SQLDataType.REAL);
    private static final Field<Double> DOUBLE_ONE = field(name("double_one"), SQLDataType.DOUBLE);
    private static final Field<Double> DOUBLE_TWO = field(name("double_two"), SQLDataType.DOUBLE);
    private static final Field<BigDecimal> AMOUNT = field(name("amount"), SQLDataType.NUMERIC);
    private static final Field<BigDecimal> RATE = field(name("rate"), SQLDataType.NUMERIC);
    private static final Field<Boolean> FLAG_ONE = field(name("flag_one"), SQLDataType.BOOLEAN);
    private static final Field<Boolean> FLAG_TWO = field(name("flag_two"), SQLDataType.BOOLEAN);
    private static final Field<String> TEXT_ONE = field(name("text_one"), SQLDataType.CLOB);
    private static final Field<String> TEXT_TWO = field(name("text_two"), SQLDataType.CLOB);
    private static final Field<String> TEXT_THREE = field(name("text_three"), SQLDataType.CLOB);
    private static final Field<String> CODE = field(name("code"), SQLDataType.CLOB);
    private static final Field<UUID> UUID_ONE = field(name("uuid_one"), SQLDataType.UUID);
    private static final Field<UUID> UUID_TWO = field(name("uuid_two"), SQLDataType.UUID);
    private static final Field<LocalDate> BIRTHDAY = field(name("birthday"), SQLDataType.LOCALDATE);
    private static final Field<LocalTime> OPENS_AT = field(name("opens_at"), SQLDataType.LOCALTIME);
    private static final Field<LocalDateTime> APPOINTMENT = field(name("appointment"), SQLDataType.LOCALDATETIME);
    private static final Field<OffsetDateTime> CREATED_AT =
            field(name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<OffsetDateTime> CHANGED_AT =
            field(name("changed_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<byte[]> BYTES = field(name("bytes"), SQLDataType.BLOB);
    private static final Field<String[]> TAGS = field(name("tags"), SQLDataType.CLOB.array());
    private static final Field<Integer[]> NUMBERS = field(name("numbers"), SQLDataType.INTEGER.array());
    private static final Field<String> NOTE = field(name("note"), SQLDataType.CLOB);
    private static final List<Field<?>> COLUMNS = List.of(
            ID,
            SMALL_ONE,
            SMALL_TWO,
            INT_ONE,
            INT_TWO,
            INT_THREE,
            LONG_ONE,
            LONG_TWO,
            REAL_ONE,
            DOUBLE_ONE,
            DOUBLE_TWO,
            AMOUNT,
            RATE,
            FLAG_ONE,
            FLAG_TWO,
            TEXT_ONE,
            TEXT_TWO,
            TEXT_THREE,
            CODE,
            UUID_ONE,
            UUID_TWO,
            BIRTHDAY,
            OPENS_AT,
            APPOINTMENT,
            CREATED_AT,
            CHANGED_AT,
            BYTES,
            TAGS,
            NUMBERS,
            NOTE);

    private JooqWideRows() {}

    static Mono<Long> page(DSLContext context, long turn) {
        return Flux.from(context.select(COLUMNS)
                        .from(table(name("wide_rows")))
                        .where(ID.gt(Turns.widePageStart(turn)))
                        .orderBy(ID)
                        .limit(Turns.WIDE_PAGE))
                .map(JooqWideRows::wideRow)
                .reduce(0L, (sum, row) -> sum + row.checksum());
    }

    private static WideRow wideRow(Record row) {
        return new WideRow(
                row.get(ID),
                row.get(SMALL_ONE),
                row.get(SMALL_TWO),
                row.get(INT_ONE),
                row.get(INT_TWO),
                row.get(INT_THREE),
                row.get(LONG_ONE),
                row.get(LONG_TWO),
                row.get(REAL_ONE),
                row.get(DOUBLE_ONE),
                row.get(DOUBLE_TWO),
                row.get(AMOUNT),
                row.get(RATE),
                row.get(FLAG_ONE),
                row.get(FLAG_TWO),
                row.get(TEXT_ONE),
                row.get(TEXT_TWO),
                row.get(TEXT_THREE),
                row.get(CODE),
                row.get(UUID_ONE),
                row.get(UUID_TWO),
                row.get(BIRTHDAY),
                row.get(OPENS_AT),
                row.get(APPOINTMENT),
                row.get(CREATED_AT),
                row.get(CHANGED_AT),
                row.get(BYTES),
                row.get(TAGS),
                row.get(NUMBERS),
                row.get(NOTE));
    }
}
