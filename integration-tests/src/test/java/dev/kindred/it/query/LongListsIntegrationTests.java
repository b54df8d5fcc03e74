package dev.kindred.it.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Dog;
import dev.kindred.it.entity.Dog_;
import dev.kindred.it.entity.Kennel;
import dev.kindred.it.entity.Kennel_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.RowFormat;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists up to 10,000 elements are an array, longer ones are rows. Both give the same result on each path. */
@ParameterizedClass
@EnumSource(RowFormat.class)
class LongListsIntegrationTests {

    private static final int KENNELS = 10_001;
    private static final String ROWS = "IN (SELECT unnest($";
    private static final String ARRAY = "= ANY($";

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Kennel.TABLES);

    @Parameter
    RowFormat format;

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void kennels() {
        database.postgres().execute(Kennel.rows(KENNELS));
        mapper = ReactiveMapper.builder(format.newPool(database, 1))
                .listener(recorder)
                .build();
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 10_001})
    void conditionsOfQueries(int length) {
        List<Long> keys = keys(length);

        assertThat(mapper.from(Kennel.class).where(Kennel_.ID.in(keys)).count().block())
                .isEqualTo(length);
        assertThat(mapper.from(Kennel.class)
                        .where(Kennel_.ID.notIn(keys))
                        .count()
                        .block())
                .isEqualTo(KENNELS - length);
        assertThat(mapper.from(Kennel.class)
                        .whereHas(Kennel_.DOGS, dogs -> dogs.where(Dog_.KENNEL_ID.in(keys)))
                        .count()
                        .block())
                .isEqualTo(length);
        assertThat(recorder.texts()).hasSize(3).allMatch(text -> text.contains(length > 10_000 ? ROWS : ARRAY));
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 10_001})
    void preloadsOfLists(int length) {
        List<Kennel> kennels = mapper.from(Kennel.class)
                .where(Kennel_.ID.lt(length + 1L))
                .preload(Kennel_.DOGS)
                .all()
                .collectList()
                .block();

        assertThat(kennels)
                .hasSize(length)
                .allSatisfy(
                        kennel -> assertThat(Relations.stateOf(kennel.dogs()).getOrNull())
                                .hasSize(5)
                                .allMatch(dog -> dog.kennelId().equals(kennel.id())));
        assertThat(recorder.texts()).hasSize(2).last().asString().contains(length > 10_000 ? ROWS : ARRAY);
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 10_001})
    void changesOfRows(int length) {
        List<Long> keys = keys(length);

        assertThat(mapper.update(Kennel.class)
                        .set(Kennel_.NAME.set("new"))
                        .where(Kennel_.ID.in(keys))
                        .execute()
                        .block())
                .isEqualTo(length);
        assertThat(mapper.delete(Dog.class)
                        .where(Dog_.KENNEL_ID.in(keys))
                        .execute()
                        .block())
                .isEqualTo(5L * length);
        assertThat(recorder.texts()).hasSize(2).allMatch(text -> text.contains(length > 10_000 ? ROWS : ARRAY));
        assertThat(database.postgres().queryLong("select count(*) from kennels where name = 'new'"))
                .isEqualTo(length);
        assertThat(database.postgres().queryLong("select count(*) from dogs")).isEqualTo(5L * (KENNELS - length));
    }

    private static List<Long> keys(int length) {
        return LongStream.rangeClosed(1, length).boxed().toList();
    }
}
