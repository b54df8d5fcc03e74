package dev.kindred.it.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SharedReads;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which types of keys share statements. The row of a key is the same as without sharing. */
@SuppressWarnings("try") // a lock is held during its block
class SharedKeyTypesIntegrationTests {

    private static final int LANES = 2;

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create("""
            create table by_uuid (id uuid primary key, value int not null);
            create table by_small (id smallint primary key, value int not null);
            create table by_int (id int primary key, value int not null);
            create table by_number (id numeric primary key, value int not null);
            create table by_scale (id numeric(10, 2) primary key, value int not null);
            create table by_float (id float8 primary key, value int not null);
            create table by_text (id text primary key, value int not null);
            create table by_padded (id char(4) primary key, value int not null);
            create collation anyhow (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
            create table by_case (id text collate anyhow primary key, value int not null);
            create table by_date (id date primary key, value int not null);
            create table by_state (id text primary key, value int not null);
            create table by_two (one int, other bigint, value int not null, primary key (one, other));
            create table by_text_and_int (name text, id int, value int not null, primary key (name, id));
            insert into by_uuid values ('00000000-0000-0000-0000-00000000000a', 1),
                ('00000000-0000-0000-0000-00000000000b', 2);
            insert into by_small values (1, 1), (2, 2);
            insert into by_int values (1, 1), (2, 2);
            insert into by_number values (1.0, 1), (2.50, 2);
            insert into by_scale values (1, 1), (2.5, 2);
            insert into by_float values (1, 1), (9007199254740992, 2);
            insert into by_text values ('a', 1), ('A', 2);
            insert into by_padded values ('a', 1), ('b', 2);
            insert into by_case values ('a', 1), ('b', 2);
            insert into by_date values ('2020-02-29', 1), ('2021-01-01', 2);
            insert into by_state values ('OPEN', 1), ('SHUT', 2);
            insert into by_two values (1, 2, 1), (2, 1, 2);
            insert into by_text_and_int values ('a', 1, 1), ('b', 2, 2);
            """);

    private final StatementRecorder recorder = new StatementRecorder();
    private final ReactiveMapper mapper = ReactiveMapper.builder(database.newPool(4))
            .sharedReads(SharedReads.WHEN_BUSY)
            .listener(recorder)
            .build();
    private final ReactiveMapper alone = ReactiveMapper.create(database.newPool(1));

    @Table("by_uuid")
    record ByUuid(@Id UUID id, int value) {}

    @Table("by_small")
    record BySmall(@Id short id, int value) {}

    @Table("by_int")
    record ByInt(@Id int id, int value) {}

    @Table("by_int")
    record ByLongOfInt(@Id long id, int value) {}

    @Table("by_number")
    record ByNumber(@Id BigDecimal id, int value) {}

    @Table("by_scale")
    record ByScale(@Id BigDecimal id, int value) {}

    @Table("by_number")
    record ByLongOfNumber(@Id long id, int value) {}

    @Table("by_text")
    record ByText(@Id String id, int value) {}

    @Table("by_padded")
    record ByPadded(@Id String id, int value) {}

    @Table("by_case")
    record ByCase(@Id String id, int value) {}

    @Table("by_date")
    record ByDate(@Id LocalDate id, int value) {}

    enum State {
        OPEN,
        SHUT,
        GONE
    }

    @Table("by_state")
    record ByState(@Id State id, int value) {}

    @Table("by_two")
    record ByTwo(@Id int one, @Id long other, int value) {}

    @Table("by_text_and_int")
    record ByTextAndInt(@Id String name, @Id int id, int value) {}

    private static Object[] key(Object key) {
        return key instanceof List<?> parts ? parts.toArray() : new Object[] {key};
    }

    private static <E> CompletableFuture<E> find(ReactiveMapper by, Class<E> type, Object key) {
        Object[] parts = key(key);
        Object[] further = new Object[parts.length - 1];
        System.arraycopy(parts, 1, further, 0, further.length);
        return by.find(type, parts[0], further).toFuture();
    }

    private <E> void isShared(Class<E> type, Object... keys) {
        assertThat(statements(type, keys)).isEqualTo(LANES + 1);
    }

    private <E> void isNotShared(Class<E> type, Object... keys) {
        assertThat(statements(type, keys)).isEqualTo(keys.length);
    }

    /** Reads {@code keys} at the same time. Returns the number of statements. */
    private <E> int statements(Class<E> type, Object... keys) {
        recorder.clear();
        List<CompletableFuture<E>> reads = new ArrayList<>();
        try (TableLock lock =
                TableLock.on(database, type.getAnnotation(Table.class).value())) {
            for (Object key : keys) {
                reads.add(find(mapper, type, key));
            }
        }
        for (int i = 0; i < keys.length; i++) {
            assertThat(reads.get(i).join()).isEqualTo(find(alone, type, keys[i]).join());
        }
        return recorder.count();
    }

    @Test
    void wholeNumbersAreShared() {
        isShared(BySmall.class, 1, 2, 1, (short) 2, 3L, 1L);
        isShared(ByInt.class, 1, 2, 1L, 2L, (short) 1, 4);
        isShared(ByLongOfInt.class, 1, 2L, 1L, 2L, 5_000_000_000L, 1);
    }

    @Test
    void uuidsAreShared() {
        isShared(ByUuid.class, new UUID(0, 10), new UUID(0, 11), new UUID(0, 10), new UUID(0, 11), new UUID(0, 12));
    }

    @Test
    void decimalsAreSharedWithAnyScale() {
        isShared(ByNumber.class, number("1"), number("2"), number("1.00"), number("2.5"), number("2.500"), number("3"));
        isShared(ByScale.class, number("1"), number("2"), number("1.000"), number("2.5"), number("2.504"));
        isShared(ByLongOfNumber.class, 1L, 2L, 1L, 2L, 3L);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void keysOfSeveralColumnsAreShared() {
        isShared(
                ByTwo.class,
                List.of(1, 2),
                List.of(2, 1),
                List.of(1, 2),
                List.of(2, 1L),
                List.of(1, 1),
                List.of(2, 2),
                List.of(1L, 2L));
    }

    /** Server and Java may disagree on which texts are equal. */
    @Test
    void textsAreNotShared() {
        isNotShared(ByText.class, "a", "A", "a", "A", "b");
        isNotShared(ByPadded.class, "a", "b", "a", "a   ", "b ");
        isNotShared(ByCase.class, "a", "b", "A", "B", "a");
        isNotShared(ByTextAndInt.class, List.of("a", 1), List.of("b", 2), List.of("a", 2), List.of("b", 2));
    }

    @Test
    void otherTypesAreNotShared() {
        isNotShared(ByDate.class, LocalDate.of(2020, 2, 29), LocalDate.of(2021, 1, 1), LocalDate.of(2021, 1, 1));
        isNotShared(ByState.class, State.OPEN, State.SHUT, State.GONE, State.OPEN);
    }

    @Test
    void manyKeysOfSeveralColumnsAreShared() {
        Object[] keys = new Object[500];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = List.of(i % 3, i % 4);
        }
        isShared(ByTwo.class, keys);
    }
}
