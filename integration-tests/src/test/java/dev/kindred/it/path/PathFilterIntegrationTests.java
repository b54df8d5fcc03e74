package dev.kindred.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.RelatedRows;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.type.ComparisonOperator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Filters over many-to-many relations and over paths. */
class PathFilterIntegrationTests {

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
    void eachEntityIsReturnedOnceForAnyNumberOfWays() {
        assertThat(names(people().has(Person_.TEAMS))).containsExactly("ann", "bob");
        assertThat(names(people().doesntHave(Person_.TEAMS))).containsExactly("cid");
        assertThat(names(people().has(Person_.TAGS))).containsExactly("ann", "bob");
        assertThat(names(people().has(Person_.TAGS, ComparisonOperator.EQUAL, 1)))
                .containsExactly("bob");
        assertThat(names(people().has(Person_.INVOICES))).containsExactly("ann", "bob");
        assertThat(names(people().has(Person_.BOSSES, ComparisonOperator.GREATER_OR_EQUAL, 1)))
                .containsExactly("ann", "bob");
        assertThat(names(people().has(Person_.BOSSES, ComparisonOperator.GREATER_OR_EQUAL, 2)))
                .isEmpty();
        assertThat(recorder.count()).isEqualTo(7);
    }

    @Test
    void aConditionOnThePivotAndOneOnTheRowAreAboutTheSamePivot() {
        UnaryOperator<RelatedRows<Team>> ownerOfDocs =
                teams -> teams.where(Team_.NAME.eq("docs")).where(Person_.TEAMS.pivot(Membership_.ROLE.eq("owner")));
        assertThat(names(people().whereHas(Person_.TEAMS, ownerOfDocs))).containsExactly("bob");
        assertThat(names(people().whereDoesntHave(Person_.TEAMS, ownerOfDocs))).containsExactly("ann", "cid");
        assertThat(names(people().whereHas(
                                Person_.TEAMS,
                                teams -> teams.where(Team_.NAME
                                        .eq("docs")
                                        .and(Person_.TEAMS
                                                .pivot(Membership_.ROLE.eq("owner"))
                                                .not())))))
                .containsExactly("ann");
        assertThat(names(people().whereHas(
                                Person_.TEAMS,
                                teams -> teams.where(Team_.BUDGET.gt(1000))
                                        .orWhere(Person_.TEAMS.pivot(
                                                Membership_.ROLE.eq("owner").and(Membership_.POINTS.gt(30)))))))
                .containsExactly("bob");
    }

    @Test
    void aScopeCanConcernThePivot() {
        assertThat(names(people().whereHas(Person_.OWNED, teams -> teams.where(Team_.NAME.eq("docs")))))
                .containsExactly("bob");
        assertThat(names(people().whereHas(Person_.OWNED_BY_FOLLOWED, teams -> teams.where(Team_.NAME.eq("docs")))))
                .containsExactly("ann");
        assertThat(names(people().has(Person_.OWNED, ComparisonOperator.EQUAL, 1)))
                .containsExactly("ann", "bob");
        assertThat(mapper.related(bob, Person_.OWNED)
                        .query()
                        .all()
                        .map(Team::name)
                        .collectList()
                        .block())
                .containsExactly("docs");
        assertThat(mapper.related(ann, Person_.OWNED_BY_FOLLOWED)
                        .query()
                        .where(Team_.BUDGET.gt(0))
                        .all()
                        .map(Team::name)
                        .collectList()
                        .block())
                .containsExactly("docs");
        assertThat(mapper.aggregate(List.of(ann, bob), Person_.OWNED.count())
                        .map(it -> it.get(Person_.OWNED.count()))
                        .collectList()
                        .block())
                .containsExactly(1L, 1L);
    }

    @Test
    void theScopeOfTheRelationToThePivotsHolds() {
        assertThat(names(people().whereHas(Person_.LED, teams -> teams.where(Team_.NAME.eq("docs")))))
                .containsExactly("bob");
        assertThat(names(people().has(Person_.LED, ComparisonOperator.EQUAL, 1)))
                .containsExactly("ann", "bob");
        assertThat(mapper.related(ann, Person_.LED)
                        .query()
                        .where(Team_.BUDGET.gt(0))
                        .orWhere(Team_.BUDGET.gt(1))
                        .all()
                        .map(Team::name)
                        .collectList()
                        .block())
                .containsExactly("core");
    }

    @Test
    void anOrStaysInsideItsCallback() {
        UnaryOperator<RelatedRows<Team>> either =
                teams -> teams.where(Team_.NAME.eq("docs")).orWhere(Team_.NAME.eq("core"));
        assertThat(names(people().where(Person_.NAME.eq("bob")).whereHas(Person_.TEAMS, either)))
                .containsExactly("bob");
        assertThat(names(people().where(Person_.NAME.eq("cid")).whereHas(Person_.TEAMS, either)))
                .isEmpty();
    }

    @Test
    void theRelationsOfATableWithItselfHaveTheirDirections() {
        assertThat(names(people().whereHas(Person_.FOLLOWING, it -> it.where(Person_.NAME.eq("cid")))))
                .containsExactly("bob");
        assertThat(names(people().whereHas(Person_.FOLLOWERS, it -> it.where(Person_.NAME.eq("ann")))))
                .containsExactly("bob");
        assertThat(names(people().whereHas(
                                Person_.FOLLOWING,
                                it -> it.whereHas(Person_.FOLLOWING, far -> far.where(Person_.NAME.eq("cid"))))))
                .containsExactly("ann");
        assertThat(names(people().whereHas(
                                Person_.FOLLOWERS,
                                it -> it.whereHas(
                                        Person_.FOLLOWERS,
                                        far -> far.where(Person_.FOLLOWERS.pivot(Follow_.SINCE.eq(2001)))))))
                .containsExactly("ann", "cid");
    }

    @Test
    void rowsThatAreMarkedAsDeletedAreNotReachedOnAnyStep() {
        assertThat(names(people().whereHas(Person_.TEAMS, teams -> teams.where(Team_.NAME.in("web", "old")))))
                .isEmpty();
        assertThat(names(people().whereHas(
                                Person_.TEAMS, teams -> teams.withDeleted().where(Team_.NAME.in("web", "old")))))
                .containsExactly("ann");
        assertThat(names(people().whereHas(
                                Person_.TEAMS, teams -> teams.withDeleted().where(Team_.NAME.eq("web")))))
                .isEmpty();
        assertThat(names(people().whereHas(
                                Person_.TEAMS.withDeletedPivots(), teams -> teams.where(Team_.NAME.eq("web")))))
                .containsExactly("ann");
        assertThat(names(people().whereHas(
                                Person_.TEAMS.withDeletedPivots(), teams -> teams.where(Team_.NAME.eq("old")))))
                .isEmpty();
        assertThat(names(people().whereHas(Person_.INVOICES, it -> it.where(Invoice_.ID.eq(3L)))))
                .isEmpty();
        assertThat(names(people().whereHas(
                                Person_.INVOICES.withDeleted(Person_.PURCHASES), it -> it.where(Invoice_.ID.eq(3L)))))
                .containsExactly("ann");
        assertThat(names(people().whereHas(Person_.BOSSES, it -> it.where(Person_.NAME.eq("cid")))))
                .isEmpty();
        assertThat(names(people().whereHas(
                                Person_.BOSSES.withDeleted(Person_.TEAMS), it -> it.where(Person_.NAME.eq("cid")))))
                .containsExactly("ann");
        assertThat(names(people().whereHas(
                                Person_.BOSSES.withDeleted(Person_.MEMBERSHIPS),
                                it -> it.where(Person_.NAME.eq("cid")))))
                .containsExactly("ann");
    }

    @Test
    void aStepWithoutADeletedMarkOrOutsideOfThePathIsAnError() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Person_.INVOICES.withDeleted(Person_.TEAMS))
                .withMessage(
                        "Person.invoices does not use Person.teams. It uses [Person.purchases, Purchase.invoice].");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Person_.INVOICES.withDeleted(Purchase_.INVOICE))
                .withMessageContaining("Invoice has no member marked @SoftDelete");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(Person_.FOLLOWING::withDeletedPivots)
                .withMessageContaining("Follow has no member marked @SoftDelete");
    }

    @Test
    void aConditionOnThePivotOutsideOfItsRelationIsAnError() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.from(Team.class)
                        .where(Person_.TEAMS.pivot(Membership_.ROLE.eq("owner")))
                        .all()
                        .blockLast())
                .withMessageContaining("A condition on the pivot of Person.teams, a row of memberships, is used where");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> people().whereHas(
                                Person_.MEMBERSHIPS,
                                it -> it.whereHas(
                                        Membership_.TEAM,
                                        team -> team.where(Person_.TEAMS.pivot(Membership_.ROLE.eq("owner")))))
                        .all()
                        .blockLast());
    }

    @Test
    void aStepToOneOfManyRowsReachesTheFirstOnly() {
        assertThat(names(people().whereHas(Person_.LATEST_INVOICES, it -> it.where(Invoice_.ID.eq(2L)))))
                .containsExactly("ann", "bob");
        assertThat(names(people().whereHas(Person_.LATEST_INVOICES, it -> it.where(Invoice_.ID.eq(1L)))))
                .isEmpty();
        assertThat(names(people().has(Person_.LATEST).has(Person_.PURCHASES, ComparisonOperator.GREATER, 1)))
                .containsExactly("ann");
        assertThat(names(people().whereHas(
                                Person_.LATEST_INVOICES.withDeleted(Person_.LATEST),
                                it -> it.where(Invoice_.ID.eq(3L)))))
                .containsExactly("ann");
    }

    @Test
    void aRowIsComparedOverThePath() {
        Team docs = mapper.get(Team.class, 2L).block();
        Team web = mapper.get(Team.class, 3L).block();
        assertThat(names(people().whereRelated(Person_.TEAMS, docs))).containsExactly("ann", "bob");
        assertThat(names(people().whereNotRelated(Person_.TEAMS, docs))).containsExactly("cid");
        assertThat(names(people().whereRelated(Person_.TEAMS, web))).isEmpty();
        assertThat(names(people().whereRelated(Person_.FOLLOWING, cid))).containsExactly("bob");
        assertThat(names(people().whereRelated(Person_.FOLLOWERS, bob))).containsExactly("ann", "cid");
        recorder.clear();
        assertThat(names(people().whereRelated(Person_.FOLLOWING, Person.of("unsaved"))))
                .isEmpty();
        assertThat(names(people().whereNotRelated(Person_.FOLLOWING, Person.of("unsaved"))))
                .containsExactly("ann", "bob", "cid");
    }

    private EntitySelect<Person> people() {
        return mapper.from(Person.class);
    }

    private static List<String> names(EntitySelect<Person> query) {
        Flux<Person> all = query.orderBy(Person_.ID.asc()).all();
        return all.map(Person::name).collectList().block();
    }
}
