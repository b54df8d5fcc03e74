package dev.kindred.it.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MapperException;
import dev.kindred.error.MappingException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.model.Condition;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.StatementRecorder;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Every combination of query steps that compiles gives the right rows, or an error before any statement. */
class CombinedStepsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Score.TABLES).resetBefore(Score.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool())
                .operationListener(recorder)
                .build();
    }

    @Test
    void theNullsOfAPageTakeTheirPlacesInIt() {
        EntitySelect<Score.Order> top = mapper.from(Score.Order.class)
                .orderBy(Score_Order_.TOTAL.desc().nullsFirst())
                .limit(2);

        assertThat(scores(Score_.SCORE.notIn(top.values(Score_Order_.TOTAL)))).containsExactly(5, 10, 20);
        assertThat(scores(Score_.SCORE.notIn(top.offset(1).limit(1).values(Score_Order_.TOTAL))))
                .containsExactly(5, 10, 20);
        assertThat(scores(Score_.SCORE.notIn(top.offset(1).limit(2).values(Score_Order_.TOTAL))))
                .containsExactly(5, 10);
        assertThat(scores(Score_.SCORE.in(top.values(Score_Order_.TOTAL)))).containsExactly(30);
        assertThat(scores(Score_.SCORE.notIn(mapper.from(Score.Order.class).values(Score_Order_.TOTAL))))
                .containsExactly(5);
        assertThat(recorder).executed(5);
    }

    @Test
    void theNullsOfAPageTakeTheirPlacesInBulkWritesToo() {
        EntitySelect<Score.Order> top = mapper.from(Score.Order.class)
                .orderBy(Score_Order_.TOTAL.desc().nullsFirst())
                .limit(2);
        Condition<Score> outside = Score_.SCORE.notIn(top.values(Score_Order_.TOTAL));

        assertThat(mapper.update(Score.class)
                        .set(Score_.TEAM.set("c"))
                        .where(outside)
                        .execute()
                        .block())
                .isEqualTo(3);
        assertThat(scores(Score_.TEAM.eq("c"))).containsExactly(5, 10, 20);
    }

    @Test
    void theExtremesOfAKeyAreFoundByTheServer() {
        assertThat(mapper.from(Score.class)
                        .groupBy(Score_.TEAM)
                        .with(Score_.ID.min())
                        .with(Score_.ID.max())
                        .having(Score_.ID.max().gt(UUID.fromString("80000000-0000-0000-0000-000000000000")))
                        .orderBy(Score_.ID.min().asc())
                        .all()
                        .map(group -> group.get(Score_.TEAM) + " " + group.get(Score_.ID.min()) + " "
                                + group.get(Score_.ID.max()))
                        .collectList()
                        .block())
                .containsExactly(
                        "a 00000000-0000-0000-0000-00000000000a 90000000-0000-0000-0000-000000000000",
                        "b a0000000-0000-0000-0000-000000000000 ffffffff-0000-0000-0000-000000000000");
    }

    @Test
    void whatGroupsAndValuesWouldDropIsRefusedBeforeAnyStatement() {
        EntitySelect<Score> all = mapper.from(Score.class);

        refused(all.orderBy(Score_.SCORE.asc()).groupBy(Score_.TEAM).all());
        refused(all.groupBy(Score_.TEAM).orderBy(Score_.SCORE.asc()).all());
        refused(all.forUpdate().groupBy(Score_.TEAM).all());
        refused(all.select(Score_.ID).groupBy(Score_.TEAM).all());
        refused(all.select(Score_.ID).project(Score_.TEAM).all());
        refused(all.select(Score_.ID).project(Score_.TEAM).first());
        refused(all.orderBy(Score_.SCORE.max().asc()).all());
        refused(all.orderBy(Score_.SCORE.max().asc()).first());
        refused(all.orderBy(Score_.SCORE.max().asc()).stream());
        refused(all.orderBy(Score_.SCORE.max().asc()).scroll(3));
        assertThat(recorder).executedNothing();
    }

    @Test
    void manyAlternativesAreOneStatementAndDeepOnesAnError() {
        Condition<Score> any = Score_.SCORE.eq(0);
        for (int score = 1; score < 3000; score++) {
            any = any.or(Score_.SCORE.eq(score));
        }
        assertThat(scores(any)).containsExactly(5, 10, 20, 30);

        assertThatExceptionOfType(MapperException.class).isThrownBy(() -> {
            Condition<Score> deep = Score_.SCORE.eq(0);
            for (int level = 0; level < 2000; level++) {
                deep = deep.or(Score_.SCORE.eq(level)).and(Score_.SCORE.ge(0));
            }
        });
    }

    @Test
    void theDeepestConditionIsReadByTheServer() {
        Condition<Score> deep = Score_.SCORE.eq(5);
        for (int level = 0; level < 490; level++) {
            deep = level % 2 == 0 ? deep.or(Score_.SCORE.eq(10)) : deep.and(Score_.SCORE.le(10));
        }

        assertThat(scores(deep)).containsExactly(5, 10);
    }

    private List<Integer> scores(Condition<Score> condition) {
        return mapper.from(Score.class)
                .where(condition)
                .orderBy(Score_.SCORE.asc())
                .project(Score_.SCORE)
                .all()
                .collectList()
                .block();
    }

    private static void refused(Publisher<?> result) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Flux.from(result).blockLast());
    }
}
