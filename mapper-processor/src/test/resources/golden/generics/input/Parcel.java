package app;

import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Json;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Transient;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

@Table
public record Parcel(
        @Id Long id,
        Box.Kind kind,
        List<Box.Kind> kinds,
        @Json Map.Entry<String, Integer> pair,
        @Json List<Map.Entry<String, Integer>> pairs,
        @Json Box.Label label,
        @Json Box.Pair<String, Box.Kind> sizes,
        @Json Box.Lid<String> lid,
        @Json Box.Closer closer,
        @Json @SuppressWarnings("rawtypes") Box.Content raw,
        @Transient Box<String>.Content content,
        @HasOne Mono<Shelf.Place> place) {

    public Parcel(Box.Kind... kinds) {
        this(0L, kinds[0], List.of(kinds), null, List.of(), null, null, null, null, null, null, null);
    }
}
