package dev.kindred.benchmarks.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of 30 columns as Hibernate maps it. */
@Entity
@Table(name = "wide_rows")
public class HibernateWideRow {

    @Id
    private long id;

    @Column(name = "small_one")
    private short smallOne;

    @Column(name = "small_two")
    private short smallTwo;

    @Column(name = "int_one")
    private int intOne;

    @Column(name = "int_two")
    private int intTwo;

    @Column(name = "int_three")
    private @Nullable Integer intThree;

    @Column(name = "long_one")
    private long longOne;

    @Column(name = "long_two")
    private @Nullable Long longTwo;

    @Column(name = "real_one")
    private float realOne;

    @Column(name = "double_one")
    private double doubleOne;

    @Column(name = "double_two")
    private double doubleTwo;

    private @Nullable BigDecimal amount;
    private @Nullable BigDecimal rate;

    @Column(name = "flag_one")
    private boolean flagOne;

    @Column(name = "flag_two")
    private boolean flagTwo;

    @Column(name = "text_one")
    private @Nullable String textOne;

    @Column(name = "text_two")
    private @Nullable String textTwo;

    @Column(name = "text_three")
    private @Nullable String textThree;

    private @Nullable String code;

    @Column(name = "uuid_one")
    private @Nullable UUID uuidOne;

    @Column(name = "uuid_two")
    private @Nullable UUID uuidTwo;

    private @Nullable LocalDate birthday;

    @Column(name = "opens_at")
    private @Nullable LocalTime opensAt;

    private @Nullable LocalDateTime appointment;

    @Column(name = "created_at")
    private @Nullable OffsetDateTime createdAt;

    @Column(name = "changed_at")
    private @Nullable OffsetDateTime changedAt;

    private byte @Nullable [] bytes;
    private String @Nullable [] tags;
    private Integer @Nullable [] numbers;
    private @Nullable String note;

    /** Returns the checksum. */
    public long checksum() {
        return new Checksum()
                .add(id)
                .add((long) smallOne)
                .add((long) smallTwo)
                .add((long) intOne)
                .add((long) intTwo)
                .add(intThree)
                .add(longOne)
                .add(longTwo)
                .add((double) realOne)
                .add(doubleOne)
                .add(doubleTwo)
                .add(requireNonNull(amount))
                .add(requireNonNull(rate))
                .add(flagOne)
                .add(flagTwo)
                .add(requireNonNull(textOne))
                .add(requireNonNull(textTwo))
                .add(textThree)
                .add(requireNonNull(code))
                .addHash(requireNonNull(uuidOne))
                .addHash(requireNonNull(uuidTwo))
                .addHash(requireNonNull(birthday))
                .addHash(requireNonNull(opensAt))
                .addHash(requireNonNull(appointment))
                .add(requireNonNull(createdAt))
                .add(changedAt)
                .add(requireNonNull(bytes))
                .addAll(requireNonNull(tags))
                .addAll(requireNonNull(numbers))
                .add(requireNonNull(note))
                .sum();
    }
}
