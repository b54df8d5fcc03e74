package dev.kindred.it.type;

import static dev.kindred.it.type.TypeSamples.full;
import static dev.kindred.it.type.TypeSamples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.RowFormat;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that cannot be read or stored, in both protocol formats. */
class UnfitValuesIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Numbers.TABLE, Things.TABLE).resetBefore("truncate numbers, things");

    private final StatementRecorder recorder = new StatementRecorder();

    private ReactiveMapper mapper(RowFormat format) {
        return format.mapper(database, recorder);
    }

    @ParameterizedTest
    @EnumSource
    void aNullForAMemberThatTakesNoneNamesTableColumnAndMember(RowFormat format) {
        database.postgres().execute("alter table numbers alter column medium drop not null");
        database.postgres()
                .execute("insert into numbers (id, tiny, small, large, single, twice, yes, letter) values (1, 1,"
                        + " 1, 1, 1, 1, true, 'a')");

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper(format).get(Numbers.class, 1).block())
                .withMessageContaining("numbers.medium")
                .withMessageContaining("Numbers.medium")
                .withMessageContaining("@Nullable");
    }

    static Stream<Arguments> valuesThatDoNotFit() {
        return Stream.of(RowFormat.values())
                .flatMap(format -> Stream.of(
                        Arguments.of(
                                format,
                                "insert into things (id, mood) values ('00000000-0000-0000-0000-000000000001',"
                                        + " 'SECRET')",
                                "Things.mood"),
                        Arguments.of(
                                format,
                                "insert into things (id, price) values ('00000000-0000-0000-0000-000000000001',"
                                        + " 'SECRET')",
                                "Things.price"),
                        Arguments.of(
                                format,
                                "insert into things (id, place) values ('00000000-0000-0000-0000-000000000001',"
                                        + " '[\"SECRET\"]')",
                                "Things.place")));
    }

    @ParameterizedTest
    @MethodSource("valuesThatDoNotFit")
    void aStoredValueThatDoesNotFitIsAnErrorThatNamesTheMemberAndHidesTheValue(
            RowFormat format, String sql, String member) {
        database.postgres().execute(sql);

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper(format).get(Things.class, id(1)).block())
                .withMessageContaining(member)
                .withMessageNotContaining("SECRET")
                .withNoCause();
    }

    @ParameterizedTest
    @EnumSource
    void aNumberThatIsNoneIsRefused(RowFormat format) {
        database.postgres()
                .execute("insert into numbers (id, tiny, small, medium, large, single, twice, yes, letter, decimal)"
                        + " values (1, 1, 1, 1, 1, 1, 1, true, 'a', 'NaN')");

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper(format).get(Numbers.class, 1).block())
                .withMessageContaining("Numbers.decimal");
    }

    @Test
    void aTextThatCannotBeStoredIsRefusedBeforeAnythingIsSent() {
        for (String text : List.of("SECRET\0", "SECRET\ud800")) {
            Things things = new Things(
                    id(1), text, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null);

            assertThatExceptionOfType(MappingException.class)
                    .isThrownBy(() -> mapper(RowFormat.BINARY).insert(things).block())
                    .withMessageContaining("Things.text")
                    .withMessageNotContaining("SECRET");
        }
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aDocumentNeedsAFormat() {
        ReactiveMapper plain = ReactiveMapper.create(database.pool());

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> plain.insert(full()).block())
                .withMessageContaining("jsonFormat");
    }
}
