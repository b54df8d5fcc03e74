package app;

import dev.kindred.annotation.Column;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Json;
import dev.kindred.annotation.Table;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Table("hostile \"name\" \\ and\nline */")
public record Values(
        @Id @Column(type = "citext") String id,
        Mood mood,
        @Column(type = "app.mood") @Nullable Mood typed,
        String[] texts,
        int[] numbers,
        UUID @Nullable [] keys,
        Mood[] moods,
        @Column(type = "mood") Mood[] typedMoods,
        byte[][] blobs,
        boolean[] flags,
        List<String> list,
        List<@Nullable Long> gaps,
        @Column(type = "citext[]") List<String> tags,
        List<byte[]> blobList,
        @Json Map<String, List<? extends Point>> points,
        @Json Point point,
        @Json @Column(type = "json") Point[] line,
        @Json List<?> anything,
        @Json int wrapped,
        @Json @SuppressWarnings("rawtypes") List raw,
        @Column(codec = MoneyCodec.class) Money price,
        @Column(codec = LevelCodec.class, type = "level") @Nullable Long level,
        @Column("b\"a\\d\n\u0007\\u0041") String hostile,
        String model,
        String values,
        String VALUES_) {

    public enum Mood {
        GOOD,
        BAD
    }

    public record Point(int x, int y) {}
}
