package app;

import dev.kindred.annotation.Column;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Json;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Transient;
import dev.kindred.annotation.Version;
import java.nio.file.Path;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

@Table
public record Invoice(
        @Id InvoiceId id,
        Money total,
        @Nullable @Column(type = "citext") Money paid,
        @Column(codec = CentsCodec.class) Money tax,
        @Json Money discount,
        @Transient Money rounded,
        Currency currency,
        Path[] paths,
        long number,
        Secret iban,
        @Version long version) {}
