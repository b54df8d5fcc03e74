package dev.kindred.it.schema;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Column;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.OnDelete;
import dev.kindred.annotation.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Entities with all schema properties. */
public final class Shop {

    private Shop() {}

    /** The database has a label for each constant. */
    public enum Rank {
        GUEST,
        REGULAR,
        FRIEND
    }

    /** Has one address, which is deleted with it, and one card, which is kept. */
    @Table(value = "customers", comment = "Who buys; it's \"them\"")
    public record Customer(
            @Id @GeneratedValue @Nullable Long id,

            @Column(unique = true, length = 100, comment = "Where bills go: c:\\mail")
            String email,

            @Nullable String nickname,
            @Column(defaultValue = "now()") Instant since,
            @Column(check = "score >= 0") int score,
            @Column(type = "rank", defaultValue = "'GUEST'") Rank rank,
            @HasOne(onDelete = OnDelete.CASCADE) @Nullable Mono<Address> address,
            @HasOne @Nullable Mono<Card> card) {

        static Customer of(String email) {
            return new Customer(null, email, null, Instant.EPOCH, 0, Rank.GUEST, null, null);
        }
    }

    /** Is deleted with its customer. */
    @Table("addresses")
    public record Address(
            @Id @GeneratedValue @Nullable Long id,
            Long customerId,
            String street,
            @BelongsTo @Nullable Mono<Customer> customer) {}

    /** Is kept without its customer. */
    @Table("cards")
    public record Card(
            @Id @GeneratedValue @Nullable Integer id,
            @Nullable Long customerId,

            @BelongsTo(onDelete = OnDelete.SET_NULL) @Nullable
            Mono<Customer> customer) {}

    /** One of many purchases of a customer. */
    @Table("purchases")
    public record Purchase(
            @Id @GeneratedValue @Nullable Long id,
            Long customerId,
            @Column(precision = 10, scale = 2) BigDecimal total,
            @BelongsTo @Nullable Mono<Customer> customer) {}

    static final Class<?>[] ENTITIES = {Purchase.class, Card.class, Address.class, Customer.class};
}
