package dev.kindred.it.type;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.model.EntityColumn;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** Primitive members, on each way that a row becomes an entity, in both protocol formats. */
class PrimitiveMembersIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Primitives.TABLES).resetBefore("truncate primitives, owners, wide");

    private static Map<String, Function<ReactiveMapper, Mono<Primitives>>> reads() {
        Map<String, Function<ReactiveMapper, Mono<Primitives>>> reads = new LinkedHashMap<>();
        reads.put("get", mapper -> mapper.get(Primitives.class, 1L));
        reads.put("all", mapper -> mapper.from(Primitives.class).all().next());
        reads.put("stream", mapper -> mapper.from(Primitives.class).stream().next());
        reads.put(
                "raw SQL",
                mapper -> mapper.sql("select * from primitives")
                        .as(Primitives.class)
                        .one());
        reads.put(
                "joined alias",
                mapper -> mapper.from(Primitives.Owner.class)
                        .preload(Primitives_Owner_.PRIMITIVES, child -> child.joined())
                        .one()
                        .map(PrimitiveMembersIntegrationTests::child));
        reads.put(
                "preload",
                mapper -> mapper.from(Primitives.Owner.class)
                        .preload(Primitives_Owner_.PRIMITIVES)
                        .one()
                        .map(PrimitiveMembersIntegrationTests::child));
        reads.put(
                "preload of many",
                mapper -> mapper.from(Primitives.Owner.class)
                        .preload(Primitives_Owner_.ALL)
                        .one()
                        .map(owner -> requireNonNull(
                                        Relations.stateOf(owner.all()).getOrNull())
                                .get(0)));
        reads.put("handle", mapper -> mapper.get(Primitives.Owner.class, 1).flatMap(owner -> owner.primitives()));
        reads.put(
                "returned row",
                mapper -> mapper.update(Primitives.class, 1L)
                        .set(Primitives_.OWNER_ID.set(1))
                        .execute());
        return reads;
    }

    @ParameterizedTest
    @EnumSource
    void theLeastAndTheGreatestValueAreRead(WireFormat format) {
        ReactiveMapper mapper = format.mapper(database);
        for (Primitives expected : List.of(
                new Primitives(
                        1,
                        1,
                        (byte) -128,
                        Short.MIN_VALUE,
                        Integer.MIN_VALUE,
                        Long.MIN_VALUE,
                        -1.5f,
                        Double.MIN_VALUE,
                        true,
                        'x',
                        null),
                new Primitives(
                        1,
                        1,
                        (byte) 127,
                        Short.MAX_VALUE,
                        Integer.MAX_VALUE,
                        Long.MAX_VALUE,
                        Float.MAX_VALUE,
                        Double.MAX_VALUE,
                        false,
                        'é',
                        null))) {
            insert(expected.tiny() + ", " + expected.small() + ", " + expected.medium() + ", " + expected.large() + ", "
                    + expected.single() + ", " + expected.twice() + ", " + expected.yes() + ", '" + expected.letter()
                    + "'");
            reads().forEach((name, read) -> assertThat(read.apply(mapper).block())
                    .as(name)
                    .usingRecursiveComparison()
                    .ignoringFields("owner")
                    .isEqualTo(expected));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNullIsAnErrorThatNamesTheColumn(WireFormat format) {
        ReactiveMapper mapper = format.mapper(database);
        for (EntityColumn<Primitives, ?> column : List.of(
                Primitives_.TINY,
                Primitives_.SMALL,
                Primitives_.MEDIUM,
                Primitives_.LARGE,
                Primitives_.SINGLE,
                Primitives_.TWICE,
                Primitives_.YES,
                Primitives_.LETTER)) {
            insert("1, 2, 3, 4, 5, 6, true, 'x'");
            database.postgres().execute("update primitives set " + name(column) + " = null");

            reads().forEach((name, read) -> assertThatExceptionOfType(MappingException.class)
                    .as(name + " of " + column)
                    .isThrownBy(() -> read.apply(mapper).block())
                    .withMessageContaining("The column primitives." + name(column) + " is null, but " + column));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNumberOutOfRangeIsAnErrorThatNamesTheColumn(WireFormat format) {
        ReactiveMapper mapper = format.mapper(database);
        Map<EntityColumn<Primitives.Wide, ?>, String> misfits = Map.of(
                Primitives_Wide_.TINY, "128",
                Primitives_Wide_.SMALL, "32768",
                Primitives_Wide_.MEDIUM, "2147483648",
                Primitives_Wide_.LARGE, "9223372036854775808",
                Primitives_Wide_.SINGLE, "0.1",
                Primitives_Wide_.TWICE, "9007199254740993");
        misfits.forEach((column, value) -> {
            database.postgres()
                    .execute("truncate wide; insert into wide (id, " + name(column) + ") values (1, " + value + ")");

            for (Mono<?> read : wide(mapper)) {
                assertThatExceptionOfType(MappingException.class)
                        .as(column.toString())
                        .isThrownBy(read::block)
                        .withMessageContaining("Cannot read the column wide." + name(column))
                        .withMessageContaining("into " + column)
                        .withMessageNotContaining(value);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void aNumberOfAWiderTypeIsReadIfItFits(WireFormat format) {
        database.postgres().execute("insert into wide values (1, -128, -32768, -2147483648, -9.00, 0.5, 12.30)");
        ReactiveMapper mapper = format.mapper(database);

        for (Mono<Primitives.Wide> read : wide(mapper)) {
            assertThat(read.block())
                    .isEqualTo(new Primitives.Wide(1, (byte) -128, Short.MIN_VALUE, Integer.MIN_VALUE, -9, 0.5f, 12.3));
        }
    }

    private static List<Mono<Primitives.Wide>> wide(ReactiveMapper mapper) {
        return List.of(
                mapper.get(Primitives.Wide.class, 1L),
                mapper.from(Primitives.Wide.class).one(),
                mapper.from(Primitives.Wide.class).stream().next(),
                mapper.sql("select * from wide").as(Primitives.Wide.class).one());
    }

    private static String name(EntityColumn<?, ?> column) {
        return Nodes.of(column).name().column();
    }

    private static Primitives child(Primitives.Owner owner) {
        return requireNonNull(Relations.stateOf(owner.primitives()).getOrNull());
    }

    private static void insert(String values) {
        database.postgres()
                .execute("truncate primitives, owners; insert into owners values (1); insert into primitives values"
                        + " (1, 1, " + values + ")");
    }
}
