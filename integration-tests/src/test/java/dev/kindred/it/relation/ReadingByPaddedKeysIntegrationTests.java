package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.it.entity.Country;
import dev.kindred.it.entity.Country_;
import dev.kindred.it.entity.KeySchema;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A {@code char(n)} is padded with blanks, which PostgreSQL ignores in comparisons. */
class ReadingByPaddedKeysIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(KeySchema.TABLES, """
                alter table flags drop constraint flags_country_code_fkey;
                alter table flags alter country_code type char(5);
                """).resetBefore(KeySchema.EMPTY, """
                insert into countries (code, name) values ('PL', 'Poland');
                insert into flags (country_code, colours) values ('PL', 'white red');
                """);

    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.create(database.pool());
    }

    @Test
    void aRowThatOnlyTheServerTakesForAMatchIsAnErrorAndNotEmpty() {
        Country country = mapper.from(Country.class).one().block();

        assertThat(mapper.related(country, Country_.FLAG).find().block().colours())
                .isEqualTo("white red");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> country.flag().block())
                .withMessageContaining("Country.flag")
                .withMessageContaining("collation");
    }
}
