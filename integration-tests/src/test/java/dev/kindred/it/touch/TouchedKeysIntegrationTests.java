package dev.kindred.it.touch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/**
 * Owners with composite keys and keys of another type, and rows with arrays. Each test starts with shelves 1 to 4 of
 * rooms 1 and 2.
 */
class TouchedKeysIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(TouchSchema.TABLES)
            .resetBefore(
                    TouchSchema.EMPTY,
                    "insert into shelves select room, number from generate_series(1, 2) room,"
                            + " generate_series(1, 4) number");

    private final StatementRecorder recorder = new StatementRecorder();
    private final TouchedTopics topics = new TouchedTopics(database, recorder);
    private final ReactiveMapper mapper = topics.mapper();

    private List<String> touched() {
        List<String> shelves = topics.texts(
                "select room || '/' || number as text from shelves where updated_at is not null order by 1");
        database.postgres().execute("update shelves set updated_at = null");
        return shelves;
    }

    @Test
    void aKeyOfTwoColumnsIsTakenAsAWhole() {
        Book book = mapper.insert(Book.of(1, 1, 2L)).block();
        assertThat(touched()).containsExactly("1/2");

        mapper.update(new Book(1, 1, 3L, List.of(), null)).block();
        assertThat(touched()).containsExactly("1/2", "1/3");

        mapper.related(book, Book_.SHELF).associate(new Shelf(1, 4, null)).block();
        assertThat(touched()).containsExactly("1/3", "1/4");

        assertThat(mapper.delete(book).block()).isTrue();
        assertThat(touched()).containsExactly("1/4");
        assertThat(recorder.count()).isEqualTo(4);
    }

    @Test
    void manyRowsWithArraysTouchTheirOwners() {
        mapper.insertAll(Flux.just(Book.of(1, 1, 1L), Book.of(2, 2, 2L), Book.of(1, 3, null)))
                .blockLast();
        assertThat(touched()).containsExactly("1/1", "2/2");

        mapper.updateAll(Flux.just(Book.of(1, 1, 3L), Book.of(2, 2, 2L), Book.of(1, 3, 4L)))
                .blockLast();
        assertThat(touched()).containsExactly("1/1", "1/3", "1/4", "2/2");

        mapper.upsertAll(Flux.just(Book.of(1, 1, 2L), Book.of(2, 4, 4L))).blockLast();
        assertThat(touched()).containsExactly("1/2", "1/3", "2/4");

        assertThat(mapper.deleteAll(Flux.just(Book.of(1, 1, null), Book.of(2, 4, null)))
                        .block())
                .isEqualTo(2);
        assertThat(touched()).containsExactly("1/2", "2/4");
        assertThat(recorder.count()).isEqualTo(6);
    }
}
