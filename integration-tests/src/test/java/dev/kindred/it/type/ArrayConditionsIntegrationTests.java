package dev.kindred.it.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.Condition;
import dev.kindred.reactor.ReactiveMapper;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Array columns, compared as a whole. */
class ArrayConditionsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Things.TABLE).resetBefore("truncate things", """
                    insert into things (id, text, words, lines, moods) values
                        (gen_random_uuid(), 'one', '{a}', '{}', '{SAD}'),
                        (gen_random_uuid(), 'two', array['a,b', 'NULL', '"'], '{x,NULL}', '{OK,HAPPY}'),
                        (gen_random_uuid(), 'three', '{}', null, '{}'),
                        (gen_random_uuid(), 'four', null, '{y}', null);
                    """);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void anArrayIsOneOfSeveralOfAnyLength() {
        assertThat(texts(Things_.WORDS.in(List.of(new String[] {"a,b", "NULL", "\""}, new String[0]))))
                .containsExactlyInAnyOrder("two", "three");
        assertThat(texts(Things_.LINES.in(List.of(List.of(), Arrays.asList("x", null)))))
                .containsExactlyInAnyOrder("one", "two");
        assertThat(texts(Things_.MOODS.in(List.<Mood[]>of(new Mood[] {Mood.OK, Mood.HAPPY}))))
                .containsExactlyInAnyOrder("two");
        assertThat(recorder.texts().get(0)).endsWith(" WHERE \"words\" = $1 OR \"words\" = $2");
    }

    @Test
    void anArrayIsNoneOfSeveral() {
        assertThat(texts(Things_.WORDS.notIn(List.of(new String[] {"a"}, new String[0]))))
                .containsExactlyInAnyOrder("two");
        assertThat(texts(Things_.LINES.in(List.of(List.of("y"))).or(Things_.LINES.isNull())))
                .containsExactlyInAnyOrder("three", "four");
    }

    @Test
    void ofNoArraysNoneIsOne() {
        assertThat(texts(Things_.WORDS.in(List.of()))).isEmpty();
        assertThat(texts(Things_.WORDS.notIn(List.of()))).hasSize(4);
    }

    private List<String> texts(Condition<Things> condition) {
        return mapper.from(Things.class)
                .where(condition)
                .project(Things_.TEXT)
                .all()
                .collectList()
                .block();
    }
}
