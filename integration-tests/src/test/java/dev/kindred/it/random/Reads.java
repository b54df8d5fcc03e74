package dev.kindred.it.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.query.Page;
import dev.kindred.query.PageRequest;
import dev.kindred.query.Slice;
import dev.kindred.query.Window;
import dev.kindred.reactor.EntitySelect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one query in all ways and compares the rows. */
record Reads<E>(Kind<E> kind, Chooser chooser) {

    void check(EntitySelect<E> query, List<Row> expected) {
        int size = 1 + chooser.number(5);
        int from = chooser.number(4);
        switch (chooser.number(8)) {
            case 0 -> assertThat(query.count().block()).isEqualTo(expected.size());
            case 1 -> assertThat(query.exists().block()).isEqualTo(!expected.isEmpty());
            case 2 -> {
                E first = query.first().block();
                same(
                        first == null ? List.of() : List.of(first),
                        expected.stream().limit(1).toList());
            }
            case 3 -> same(query.limit(size).offset(from).all().collectList().block(), part(expected, from, size));
            case 4 -> {
                Page<E> page = query.page(PageRequest.of(from, size)).block();
                same(page.rows(), part(expected, from * size, size));
                assertThat(page.total()).isEqualTo(expected.size());
            }
            case 5 -> {
                Slice<E> slice = query.slice(PageRequest.of(from, size)).block();
                same(slice.rows(), part(expected, from * size, size));
                assertThat(slice.hasNext()).isEqualTo(expected.size() > (from + 1) * size);
            }
            default -> same(query.all().collectList().block(), expected);
        }
    }

    void checkByKeyset(EntitySelect<E> query, List<Row> expected) {
        int size = 1 + chooser.number(5);
        if (chooser.oneOf(2)) {
            same(query.stream(size).collectList().block(), expected);
            return;
        }
        List<E> forward = new ArrayList<>();
        @Nullable Window<E> last = null;
        @Nullable String cursor = null;
        do {
            last = query.scroll(size, cursor).block();
            forward.addAll(last.rows());
            cursor = last.next();
        } while (cursor != null);
        same(forward, expected);
        List<List<E>> backward = new ArrayList<>();
        backward.add(last.rows());
        for (String back = last.previous(); back != null; back = last.previous()) {
            last = query.scroll(size, back).block();
            backward.add(last.rows());
        }
        Collections.reverse(backward);
        same(backward.stream().flatMap(List::stream).toList(), expected);
    }

    private void same(List<E> found, List<Row> expected) {
        assertThat(found)
                .map(kind::key)
                .isEqualTo(expected.stream().map(Row::key).toList());
    }

    private static List<Row> part(List<Row> rows, int from, int size) {
        return rows.stream().skip(from).limit(size).toList();
    }
}
