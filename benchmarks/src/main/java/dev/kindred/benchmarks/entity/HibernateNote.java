package dev.kindred.benchmarks.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A note of a basket as Hibernate maps it. */
@Entity
@Table(name = "notes")
public class HibernateNote {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "notes_hilo")
    @SequenceGenerator(name = "notes_hilo", sequenceName = "notes_hilo", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "basket_id")
    private long basketId;

    private @Nullable String text;
    private int pages;

    /** Required by Hibernate. */
    protected HibernateNote() {}

    /** Creates a note without a key. */
    public HibernateNote(Note note) {
        this.basketId = note.basketId();
        this.text = note.text();
        this.pages = note.pages();
    }

    /** Returns the checksum of a newly stored note. {@code place} is its place among those that were stored. */
    public long newChecksum(int place) {
        return id == null ? -1 : Note.newChecksum(basketId, requireNonNull(text), pages, place);
    }
}
