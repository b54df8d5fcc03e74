package dev.kindred.examples.data;

import dev.kindred.examples.entity.Tag;
import dev.kindred.reactor.ReactiveMapper;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Inserts four tags and pairs them with the orders: every second order is a gift, every third is express. */
public final class Tags {

    private static final Map<String, Long> STEPS = Map.of("express", 3L, "fragile", 5L, "gift", 2L, "repeat", 7L);

    private final ReactiveMapper mapper;

    /** Uses {@code mapper} for all writes. */
    public Tags(ReactiveMapper mapper) {
        this.mapper = mapper;
    }

    /** Inserts the tags and their pairs, in one transaction. */
    public Mono<Void> insert() {
        return mapper.insertAll(STEPS.keySet().stream().sorted().map(Tag::of).toList())
                .concatMap(this::pair)
                .then()
                .as(mapper::transactional);
    }

    /** The pivot table has no entity, so plain SQL fills it with one statement for each tag. */
    private Mono<Long> pair(Tag tag) {
        return mapper.sql("insert into order_tags (order_id, tag_id) select orders.id, tags.id from orders, tags"
                        + " where tags.name = :name and orders.id % :step = 0")
                .bind("name", tag.name())
                .bind("step", STEPS.getOrDefault(tag.name(), 1L))
                .execute();
    }
}
