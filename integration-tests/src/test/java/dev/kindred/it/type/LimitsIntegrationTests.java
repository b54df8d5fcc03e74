package dev.kindred.it.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.error.MappingException;
import dev.kindred.error.StatementException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** Values at and beyond the limits of PostgreSQL. */
class LimitsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create("""
                    create table extremes (
                        id integer primary key, day date, local timestamp, instant timestamptz, number numeric);
                    """).resetBefore("truncate extremes");

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    /** Each member has a limit. */
    @Table("extremes")
    public record Extreme(
            @Id int id,
            @Nullable LocalDate day,
            @Nullable LocalDateTime local,
            @Nullable Instant instant,
            @Nullable BigDecimal number) {

        static Extreme of(LocalDate day) {
            return new Extreme(1, day, null, null, null);
        }

        static Extreme of(LocalDateTime local) {
            return new Extreme(1, null, local, null, null);
        }

        static Extreme of(Instant instant) {
            return new Extreme(1, null, null, instant, null);
        }

        static Extreme of(String number) {
            return new Extreme(1, null, null, null, new BigDecimal(number));
        }
    }

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    static Stream<Extreme> held() {
        return Stream.of(
                Extreme.of(LocalDate.of(5_874_897, 12, 31)),
                Extreme.of(LocalDate.of(-4712, 1, 1)),
                Extreme.of(LocalDate.MAX),
                Extreme.of(LocalDate.MIN),
                Extreme.of(LocalDateTime.of(294_276, 12, 31, 23, 59, 59, 999_999_000)),
                Extreme.of(LocalDateTime.of(-4712, 1, 1, 0, 0)),
                Extreme.of(LocalDateTime.MAX),
                Extreme.of(LocalDateTime.MIN),
                Extreme.of(Instant.parse("+294276-12-31T23:59:59.999999Z")),
                Extreme.of(Instant.parse("-4712-01-01T00:00:00Z")),
                Extreme.of(Instant.MAX),
                Extreme.of(Instant.MIN),
                Extreme.of("1".repeat(1000) + "." + "1".repeat(1000)));
    }

    @ParameterizedTest
    @MethodSource("held")
    void whatIsHeldComesBackAsItWas(Extreme extreme) {
        assertThat(mapper.insert(extreme).block()).isEqualTo(extreme);
        assertThat(mapper.upsertAll(Flux.just(extreme)).single().block()).isEqualTo(extreme);
        assertThat(mapper.get(Extreme.class, 1).block()).isEqualTo(extreme);
    }

    @Test
    void theFirstAndTheLastInstantAreInfinite() {
        mapper.insert(Extreme.of(Instant.MAX)).block();

        assertThat(database.postgres().queryOne("select instant::text from extremes"))
                .containsEntry("instant", "infinity");
    }

    static Stream<Extreme> refused() {
        return Stream.of(
                Extreme.of(LocalDate.of(5_874_898, 1, 1)),
                Extreme.of(LocalDate.of(-4713, 12, 31)),
                Extreme.of(LocalDateTime.of(294_277, 1, 1, 0, 0)),
                Extreme.of(LocalDateTime.of(-4713, 12, 31, 0, 0)),
                Extreme.of(LocalDateTime.of(294_276, 12, 31, 23, 59, 59, 999_999_500)),
                Extreme.of(OffsetDateTime.MAX.toInstant()),
                Extreme.of(OffsetDateTime.MIN.toInstant()),
                Extreme.of(Instant.ofEpochMilli(Long.MAX_VALUE)),
                Extreme.of(Instant.ofEpochMilli(Long.MIN_VALUE)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aTimeThatIsNotHeldIsRefusedByItsNameBeforeAnythingIsSent(Extreme extreme) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.insert(extreme).block())
                .withMessageContaining("Extreme.");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.insertAll(Flux.just(extreme)).blockLast())
                .withMessageContaining("Extreme.");
        assertThat(recorder.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711e131072", "4711e-20000"})
    void aNumberThatIsNotHeldIsRefusedWithoutBeingShown(String number) {
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> mapper.insert(Extreme.of(number)).block())
                .satisfies(error -> assertThat(error.sqlState()).isEqualTo("22003"))
                .withMessageNotContaining("4711");
    }
}
