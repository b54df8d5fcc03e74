package dev.kindred.it.many;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A pivot whose school references both sides. */
@Table("attendances")
public record Attendance(
        @Id int school,
        @Id int pupilNumber,
        @Id String lessonCode,
        @Nullable Integer grade,
        @SoftDelete @Nullable Instant leftAt,
        @Version int version,
        @BelongsTo(foreignKey = {"school", "pupilNumber"}) Mono<Pupil> pupil,
        @BelongsTo(foreignKey = {"school", "lessonCode"}) Mono<Lesson> lesson) {}
