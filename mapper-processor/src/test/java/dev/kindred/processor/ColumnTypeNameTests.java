package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ColumnTypeNameTests {

    @Test
    void namesOfTheStandardAndModifiersAreAccepted() {
        assertThat(Compile.of(Compile.source("""
                        @Table
                        public record Thing(
                                @Id Long id,
                                @Column(type = "char(3)") String code,
                                @Column(type = "numeric(10,2)") java.math.BigDecimal price,
                                @Column(type = "timestamp with time zone") java.time.Instant at,
                                @Column(type = "\\"char\\"") char kind,
                                @Column(type = "varchar(9)") Thread.State state,
                                @Column(type = "varchar(5)[]") List<String> tags) {}
                        """)).diagnostics()).isEmpty();
    }

    @Test
    void whatCannotBeATypeIsAnErrorWithTheRemedy() {
        Compile.check("""
                @Table
                public record Thing(
                        @Id @Column(type = "bigserial") Long id, // error: Thing.id: the column type bigserial is not a real type. Omit the type and mark the member @GeneratedValue.
                        @Column(type = "varchar(0)") String code, // error: Thing.code: the column type varchar(0) has a length or precision that the type does not support. Write another one, or the name alone.
                        @Column(type = "text[]") String text, // error: Thing.text: the column type text[] is not the name of a type. For an array, declare the member as an array or a List.
                        @Column(type = "timestamp with timezone") java.time.Instant at, // error: Thing.at: the column type timestamp with timezone is not a type that the mapper supports. Write the short name of the type, such as timestamptz.
                        @Column(type = "varchar(x)[]") List<String> tags, // error: Thing.tags: the column type varchar(x) has something other than numbers in parentheses. Write the name alone.
                        @Column(type = "integer") Thread.State state) {} // error: Thing.state: the column type integer holds no enum. Use a type of text, or an enum type of PostgreSQL.
                """);
    }
}
