package dev.kindred.benchmarks.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A shelf with its labels as Hibernate maps it. */
@Entity
@Table(name = "shelves")
public class HibernateShelf {

    @Id
    private @Nullable Long id;

    @ManyToMany
    @JoinTable(
            name = "shelf_label",
            joinColumns = @JoinColumn(name = "shelf_id"),
            inverseJoinColumns = @JoinColumn(name = "label_id"))
    private @Nullable Set<HibernateLabel> labels;

    /** Required by Hibernate. */
    protected HibernateShelf() {}

    /** Returns the labels, which Hibernate tracks. */
    public Set<HibernateLabel> labels() {
        return requireNonNull(labels);
    }
}
