package dev.kindred.support;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Json;
import dev.kindred.annotation.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Has columns whose types need casts. */
@Table("products")
public record Product(
        @Id long id,
        BigDecimal price,
        Size size,
        List<Size> sizes,
        @Json Map<String, String> labels,
        Duration warranty,
        List<Duration> services,
        List<BigDecimal> discounts) {

    /** An enum that is also an enum type of the database. */
    public enum Size {
        SMALL,
        LARGE
    }
}
