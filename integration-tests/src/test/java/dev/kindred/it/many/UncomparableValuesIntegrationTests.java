package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.many.Shelf.Item;
import dev.kindred.it.many.Shelf.Jar;
import dev.kindred.it.many.Shelf.Place;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.model.Assignment;
import dev.kindred.reactor.HasManyOperations;
import dev.kindred.reactor.Link;
import dev.kindred.reactor.LinkChanges;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.PivotOperations;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.ReplacedRows;
import dev.kindred.reactor.jackson.JacksonJsonFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of types without an equality, or whose equality ignores a difference, in the lists of a parent. */
class UncomparableValuesIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Shelf.TABLES).resetBefore(Shelf.ROWS);

    private PivotOperations<Jar, Place> jars;
    private HasManyOperations<Shelf, Item> items;

    @BeforeEach
    void mapper() {
        ReactiveMapper mapper = ReactiveMapper.builder(database.newPool(1))
                .jsonFormat(JacksonJsonFormat.create())
                .build();
        jars = mapper.related(Shelf.one(), Shelf_.JARS);
        items = mapper.related(Shelf.one(), Shelf_.ITEMS);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                values("json", Shelf_Place_.BODY.set(Map.of("a", 1)), Shelf_Place_.BODY.set(Map.of("a", 2))),
                values("xml", Shelf_Place_.MARKUP.set("<a/>"), Shelf_Place_.MARKUP.set("<b/>")),
                values("point", Shelf_Place_.SPOT.set("(1,2)"), Shelf_Place_.SPOT.set("(1,3)")),
                values("json[]", Shelf_Place_.PARTS.set(List.of("1", "2")), Shelf_Place_.PARTS.set(List.of("1"))),
                // two boxes are equal for the server if their areas are
                values("box", Shelf_Place_.AREA.set("(2,2),(0,0)"), Shelf_Place_.AREA.set("(4,1),(0,0)")),
                values("char", Shelf_Place_.LABEL.set("a"), Shelf_Place_.LABEL.set("b")));
    }

    private static Arguments values(String type, Assignment<Place> first, Assignment<Place> second) {
        return Arguments.of(type, first, second);
    }

    private LinkChanges synced(Assignment<Place> one, Assignment<Place> two) {
        return jars.syncLinks(List.of(Link.toKey(1, one), Link.toKey(2, two))).block();
    }

    private static String versions() {
        return (String) database.postgres()
                .queryOne("select string_agg(version::text, ',' order by jar_id) as versions from places")
                .get("versions");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void aSyncWritesThePairsThatDiffer(String type, Assignment<Place> first, Assignment<Place> second) {
        assertThat(synced(first, first).attached()).containsExactly(1L, 2L);

        LinkChanges same = synced(first, first);
        LinkChanges changed = synced(first, second);
        LinkChanges without = jars.syncLinksWithoutDetaching(List.of(Link.toKey(2, second), Link.toKey(3, first)))
                .block();

        assertThat(same.unchanged()).containsExactly(1L, 2L);
        assertThat(changed.updated()).containsExactly(2L);
        assertThat(changed.unchanged()).containsExactly(1L);
        assertThat(without.unchanged()).containsExactly(2L);
        assertThat(without.attached()).containsExactly(3L);
        assertThat(versions()).isEqualTo("0,1,0");
    }

    @Test
    void aReplacementWritesTheRowsThatDiffer() {
        List<Item> first = List.of(
                new Item(1, null, Map.of("a", 1), "<a/>", "(1,2)", List.of("1"), "(2,2),(0,0)", null),
                new Item(2, null, Map.of("a", 1), "<a/>", "(1,2)", List.of("1"), "(2,2),(0,0)", null));
        List<Item> stored = items.replaceAll(first, OrphanPolicy.DELETE).block().added();

        ReplacedRows<Item> same = items.replaceAll(stored, OrphanPolicy.DELETE).block();
        Item moved = stored.get(1);
        ReplacedRows<Item> changed = items.replaceAll(
                        List.of(
                                stored.get(0),
                                new Item(
                                        2, 1L, moved.body(), moved.markup(), "(1,3)", moved.parts(), "(4,1),(0,0)", 0)),
                        OrphanPolicy.DELETE)
                .block();

        assertThat(same.unchanged()).hasSize(2);
        assertThat(changed.unchanged()).map(Item::id).containsExactly(1L);
        assertThat(changed.updated()).map(Item::spot).containsExactly("(1,3)");
        assertThat(changed.updated()).map(Item::area).containsExactly("(4,1),(0,0)");
    }
}
