package dev.kindred.benchmarks.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A basket as Hibernate maps it. */
@Entity
@Table(name = "baskets")
public class HibernateBasket {

    @Id
    private @Nullable Long id;

    private @Nullable String owner;

    @Column(name = "created_at")
    private @Nullable OffsetDateTime createdAt;

    @OneToMany(mappedBy = "basket")
    @OrderBy("id")
    private @Nullable List<HibernateItem> items;

    @ManyToMany
    @JoinTable(
            name = "basket_label",
            joinColumns = @JoinColumn(name = "basket_id"),
            inverseJoinColumns = @JoinColumn(name = "label_id"))
    @OrderBy("id")
    private @Nullable List<HibernateLabel> labels;

    /** Required by Hibernate. */
    protected HibernateBasket() {}

    /** Returns the checksum of a basket that was read with its items. */
    public long checksumOfBoth() {
        long sum = Checksums.basket(requireNonNull(id), requireNonNull(owner), requireNonNull(createdAt));
        int place = 1;
        for (HibernateItem item : requireNonNull(items)) {
            sum += item.checksum() * place;
            place++;
        }
        return sum;
    }

    /** Returns the checksum of a basket that was read with its labels. */
    public long checksumWithLabels() {
        long sum = Checksums.basket(requireNonNull(id), requireNonNull(owner), requireNonNull(createdAt));
        int place = 0;
        for (HibernateLabel label : requireNonNull(labels)) {
            sum += label.checksum(place);
            place++;
        }
        return sum;
    }

    /** Returns the primary key. */
    public long id() {
        return requireNonNull(id);
    }
}
