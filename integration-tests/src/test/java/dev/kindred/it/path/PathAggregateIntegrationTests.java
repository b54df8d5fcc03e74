package dev.kindred.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.Aggregate;
import dev.kindred.query.Aggregated;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Aggregates over many-to-many relations and over paths. */
class PathAggregateIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Club.TABLES).resetBefore(Club.EMPTY, Club.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private Person ann;
    private Person bob;
    private Person cid;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
        List<Person> all =
                people().orderBy(Person_.ID.asc()).all().collectList().block();
        ann = all.get(0);
        bob = all.get(1);
        cid = all.get(2);
        recorder.clear();
    }

    @Test
    void aRowThatIsReachedTwiceCountsOnce() {
        Aggregated<Person> found = people().where(Person_.ID.eq(1L))
                .with(List.of(
                        Person_.INVOICES.count(),
                        Person_.INVOICES.sum(Invoice_.TOTAL),
                        Person_.INVOICES.avg(Invoice_.TOTAL),
                        Person_.BOSSES.count()))
                .one()
                .block();
        assertThat(found.get(Person_.INVOICES.count())).isEqualTo(2);
        assertThat(found.get(Person_.INVOICES.sum(Invoice_.TOTAL))).isEqualByComparingTo("300");
        assertThat(found.get(Person_.INVOICES.avg(Invoice_.TOTAL))).isEqualByComparingTo("150");
        assertThat(found.get(Person_.BOSSES.count())).isEqualTo(1);
    }

    @Test
    void entitiesAreSortedByAnAggregateOverThePath() {
        assertThat(people().orderBy(Person_.INVOICES.count().desc(), Person_.ID.asc())
                        .all()
                        .map(Person::name)
                        .collectList()
                        .block())
                .containsExactly("ann", "bob", "cid");
        assertThat(people().orderBy(
                                Person_.TEAMS
                                        .count(it -> it.where(Person_.TEAMS.pivot(Membership_.POINTS.gt(10))))
                                        .desc(),
                                Person_.ID.asc())
                        .all()
                        .map(Person::name)
                        .collectList()
                        .block())
                .containsExactly("bob", "ann", "cid");
    }

    @Test
    void aggregatesOfExistingEntitiesNeedOneStatementForTheSameRows() {
        Aggregate<Person, Boolean> owns =
                Person_.TEAMS.existence(it -> it.where(Person_.TEAMS.pivot(Membership_.ROLE.eq("owner"))));
        List<Aggregated<Person>> found = mapper.aggregate(
                        List.of(ann, bob, cid),
                        List.of(Person_.TEAMS.count(), Person_.TEAMS.sum(Team_.BUDGET), Person_.INVOICES.count(), owns))
                .collectList()
                .block();

        assertThat(found).map(it -> it.get(Person_.TEAMS.count())).containsExactly(2L, 2L, 0L);
        assertThat(found)
                .map(it -> it.getOrNull(Person_.TEAMS.sum(Team_.BUDGET)))
                .containsExactly(BigDecimal.valueOf(30), BigDecimal.valueOf(30), null);
        assertThat(found).map(it -> it.get(Person_.INVOICES.count())).containsExactly(2L, 1L, 0L);
        assertThat(found).map(it -> it.get(owns)).containsExactly(true, true, false);
        assertThat(recorder.count()).isEqualTo(3);
    }

    private EntitySelect<Person> people() {
        return mapper.from(Person.class);
    }
}
