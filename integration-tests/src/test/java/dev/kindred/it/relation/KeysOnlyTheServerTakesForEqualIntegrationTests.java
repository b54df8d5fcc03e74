package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.error.MappingException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Text keys with a case-insensitive collation, and with the default collation. */
class KeysOnlyTheServerTakesForEqualIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create("""
            create collation ignoring_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
            create table words (word text collate ignoring_case primary key, amount integer not null);
            create table meanings (id bigint primary key, word text collate ignoring_case);
            create table plain_words (word text primary key);
            create table plain_meanings (id bigint primary key, word text);
            """)
            .resetBefore(
                    "truncate words, meanings, plain_words, plain_meanings",
                    "insert into words values ('cat', 1), ('dog', 1), ('eel', 1)",
                    "insert into meanings values (1, 'cat'), (2, 'dog')",
                    "insert into plain_words values ('cat'), ('CAT')",
                    "insert into plain_meanings values (1, 'cat')");

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    /** Has a case-insensitive key. */
    @Table("words")
    public record Word(
            @Id String word,
            int amount,
            @HasOne(foreignKey = "word") @Nullable Mono<Meaning> meaning) {

        static Word of(String word) {
            return new Word(word, 7, null);
        }
    }

    /** The child. */
    @Table("meanings")
    public record Meaning(@Id long id, @Nullable String word) {}

    /** Has a key with the default collation. */
    @Table("plain_words")
    public record PlainWord(
            @Id String word,
            @HasOne(foreignKey = "word") @Nullable Mono<PlainMeaning> meaning) {}

    /** The child. */
    @Table("plain_meanings")
    public record PlainMeaning(@Id long id, @Nullable String word) {}

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    private static List<Word> words(String... words) {
        return Flux.just(words).map(Word::of).collectList().block();
    }

    private void assertRefused(String... words) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(
                        () -> mapper.preload(words(words), KeysOnlyTheServerTakesForEqualIntegrationTests_Word_.MEANING)
                                .blockLast())
                .withMessageContaining("Word.meaning")
                .withMessageContaining("collation")
                .withMessageNotContaining("CAT");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.aggregate(
                                words(words), KeysOnlyTheServerTakesForEqualIntegrationTests_Word_.MEANING.count())
                        .blockLast())
                .withMessageContaining("Word.meaning");
    }

    @Test
    void aKeyThatOnlyTheServerTakesForAnotherIsAnErrorAndNotNothing() {
        assertRefused("CAT");
        assertRefused("dog", "Cat");
    }

    @Test
    void soIsOneBesideTheKeyItself() {
        assertRefused("cat", "CAT");
        assertRefused("CAT", "cat", "dog");
    }

    @Test
    void equalKeysCostOneStatement() {
        assertThat(mapper.preload(
                                words("cat", "dog", "eel"),
                                KeysOnlyTheServerTakesForEqualIntegrationTests_Word_.MEANING)
                        .flatMap(Word::meaning)
                        .count()
                        .block())
                .isEqualTo(2);
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void whereTheServerTellsThemApartASimilarKeyHasNoRow() {
        List<PlainWord> all = mapper.from(PlainWord.class)
                .preload(KeysOnlyTheServerTakesForEqualIntegrationTests_PlainWord_.MEANING)
                .all()
                .collectList()
                .block();

        assertThat(recorder.count()).as("the second load asks for CAT alone").isEqualTo(3);
        assertThat(all)
                .allSatisfy(word -> assertThat(Relations.stateOf(word.meaning()).getOrNull() != null)
                        .isEqualTo(word.word().equals("cat")));
    }

    @Test
    void anUpdateOfManyReturnsTheRowsThatAreStored() {
        List<Word> updated = mapper.updateAll(Flux.fromIterable(words("DOG", "eel", "Cat")))
                .collectList()
                .block();

        assertThat(updated).extracting(Word::word).containsExactly("dog", "eel", "cat");
        assertThat(updated).extracting(Word::amount).containsOnly(7);
        assertThat(updated.get(2).meaning().block().id()).isEqualTo(1);
    }

    @Test
    void ofTwoThatAreTheSameRowTheLastCounts() {
        Flux<Word> both = Flux.just(new Word("CAT", 2, null), new Word("cat", 3, null));

        assertThat(mapper.updateAll(both).map(Word::amount).collectList().block())
                .containsExactly(2, 3);
        assertThat(mapper.upsertAll(both.map(word -> new Word(word.word(), word.amount() + 2, null)))
                        .map(Word::amount)
                        .collectList()
                        .block())
                .containsExactly(4, 5);
        assertThat(database.postgres().queryLong("select amount from words where word = 'cat'"))
                .isEqualTo(5);
        assertThat(mapper.deleteAll(both).block()).isEqualTo(1);
    }
}
