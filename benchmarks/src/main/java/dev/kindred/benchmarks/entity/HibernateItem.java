package dev.kindred.benchmarks.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An item of a basket as Hibernate maps it. */
@Entity
@Table(name = "items")
public class HibernateItem {

    @Id
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "basket_id")
    private @Nullable HibernateBasket basket;

    private @Nullable String name;
    private @Nullable String note;
    private int quantity;

    /** Required by Hibernate. */
    protected HibernateItem() {}

    /** Returns the checksum of an item that was read with its basket. */
    public long checksum() {
        return Checksums.item(requireNonNull(id), requireNonNull(basket).id(), requireNonNull(name), note, quantity);
    }
}
