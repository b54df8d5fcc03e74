package dev.kindred.benchmarks.entity;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of 30 columns, as all peers but Hibernate map it. */
@Table("wide_rows")
@org.springframework.data.relational.core.mapping.Table("wide_rows")
@MappedEntity("wide_rows")
@SuppressWarnings("ArrayRecordComponent") // bytea is an array of bytes
public record WideRow(
        @Id @org.springframework.data.annotation.Id @io.micronaut.data.annotation.Id
        long id,

        short smallOne,
        short smallTwo,
        int intOne,
        int intTwo,
        @Nullable Integer intThree,
        long longOne,
        @Nullable Long longTwo,
        float realOne,
        double doubleOne,
        double doubleTwo,
        BigDecimal amount,
        BigDecimal rate,
        boolean flagOne,
        boolean flagTwo,
        String textOne,
        String textTwo,
        @Nullable String textThree,
        String code,
        UUID uuidOne,
        UUID uuidTwo,
        LocalDate birthday,
        LocalTime opensAt,
        LocalDateTime appointment,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime changedAt,
        byte[] bytes,
        String[] tags,
        Integer[] numbers,
        String note) {

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
                .add(amount)
                .add(rate)
                .add(flagOne)
                .add(flagTwo)
                .add(textOne)
                .add(textTwo)
                .add(textThree)
                .add(code)
                .addHash(uuidOne)
                .addHash(uuidTwo)
                .addHash(birthday)
                .addHash(opensAt)
                .addHash(appointment)
                .add(createdAt)
                .add(changedAt)
                .add(bytes)
                .addAll(tags)
                .addAll(numbers)
                .add(note)
                .sum();
    }
}
