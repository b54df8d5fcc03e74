package dev.kindred.it.chaos;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** One of {@link #GROUP} rows that are updated together. */
@Table("cards")
record Card(@Id long id, @Nullable Long stamp) {

    static final int GROUP = 5;

    static List<Card> group(long group, long op) {
        return LongStream.range(group * GROUP, (group + 1) * GROUP)
                .mapToObj(id -> new Card(id, op))
                .toList();
    }
}
