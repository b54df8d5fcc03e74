package dev.kindred.it.type;

import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Its members have a smaller range than its columns. */
@Table("narrow")
@SuppressWarnings("ArrayRecordComponent") // the test needs array members
public record Narrow(
        @Id long id,
        @Nullable Long holderId,
        @Nullable Byte tiny,
        @Nullable Short small,
        @Nullable Integer medium,
        @Nullable Long large,
        @Nullable Float single,
        @Nullable Double twice,
        @Nullable BigInteger whole,
        @Nullable BigDecimal decimal,
        @Nullable Year inYear,
        @Nullable List<@Nullable Integer> many,
        int @Nullable [] counts) {

    static final String TABLES = """
            create table holders (id numeric primary key);
            create table narrow (
                id numeric primary key, holder_id numeric unique, tiny int8, small int4, medium int8, large numeric, \
            single float8,
                twice numeric, whole float8, decimal float8, in_year int8, many int8[], counts numeric[]);
            """;

    /** Belongs to a narrow row. */
    @Table("holders")
    public record Holder(@Id long id, @HasOne @Nullable Mono<Narrow> narrow) {}
}
