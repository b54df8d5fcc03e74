package dev.kindred.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.Page;
import dev.kindred.query.PageRequest;
import dev.kindred.query.Window;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** Queries of one entity over many-to-many relations and over paths: one statement each. */
class PathQueryIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Club.TABLES).resetBefore(Club.EMPTY, Club.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private Person ann;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
        ann = mapper.get(Person.class, 1L).block();
        recorder.clear();
    }

    @Test
    void aQueryReadsTheRowsOfOneEntityWithoutDeletedRowsOnAnyStep() {
        EntitySelect<Team> teams = mapper.related(ann, Person_.TEAMS).query();

        assertThat(teams(teams.all())).containsExactly("core", "docs");
        assertThat(teams(teams.orderBy(Team_.BUDGET.desc()).all())).containsExactly("docs", "core");
        assertThat(teams(teams.where(Team_.NAME.eq("docs"))
                        .orWhere(Team_.NAME.eq("web"))
                        .all()))
                .containsExactly("docs");
        assertThat(teams.count().block()).isEqualTo(2);
        assertThat(teams.exists().block()).isTrue();
        assertThat(teams.first().block().name()).isEqualTo("core");
        assertThat(teams.project(Team_.BUDGET).all().collectList().block()).containsExactly(10, 20);
        assertThat(recorder.count()).isEqualTo(7);
    }

    @Test
    void theDeletedRowsOfEachStepAreIncludedByItsName() {
        assertThat(teams(mapper.related(ann, Person_.TEAMS.withDeletedPivots())
                        .query()
                        .all()))
                .containsExactly("core", "docs", "web");
        assertThat(teams(
                        mapper.related(ann, Person_.TEAMS).query().withDeleted().all()))
                .containsExactly("core", "docs", "old");
        assertThat(teams(mapper.related(ann, Person_.TEAMS.withDeletedPivots())
                        .query()
                        .withDeleted()
                        .all()))
                .containsExactly("core", "docs", "web", "old");
        assertThat(invoices(mapper.related(ann, Person_.INVOICES).query().all()))
                .containsExactly(1L, 2L);
        assertThat(invoices(mapper.related(ann, Person_.INVOICES.withDeleted(Person_.PURCHASES))
                        .query()
                        .all()))
                .containsExactly(1L, 2L, 3L);
        assertThat(people(mapper.related(ann, Person_.BOSSES).query().all())).containsExactly("bob");
        assertThat(people(mapper.related(ann, Person_.BOSSES.withDeleted(Person_.MEMBERSHIPS))
                        .query()
                        .all()))
                .containsExactly("bob", "cid");
    }

    @Test
    void conditionsOnThePivotAreAboutOnePivotOfTheEntity() {
        EntitySelect<Team> teams = mapper.related(ann, Person_.TEAMS).query();

        assertThat(teams(teams.where(Person_.TEAMS.pivot(Membership_.ROLE.eq("owner")))
                        .all()))
                .containsExactly("core");
        assertThat(teams(teams.where(Person_.TEAMS.pivot(Membership_.ROLE.eq("owner")))
                        .where(Person_.TEAMS.pivot(Membership_.POINTS.eq(2)))
                        .all()))
                .isEmpty();
        assertThat(teams(teams.where(Person_.TEAMS.pivot(Membership_.ROLE.eq("owner")))
                        .orWhere(Team_.NAME.eq("docs"))
                        .all()))
                .containsExactly("core", "docs");
        assertThat(teams(teams.where(
                                Person_.TEAMS.pivot(Membership_.PERSON_ID.eq(2L).or(Membership_.ROLE.eq("none"))))
                        .all()))
                .isEmpty();
        assertThat(teams.where(Person_.TEAMS.pivot(Membership_.ROLE.eq("owner")))
                        .where(Team_.BUDGET.lt(100))
                        .count()
                        .block())
                .isEqualTo(1);
        assertThat(teams(teams.where(Person_.TEAMS.pivot(Membership_.POINTS.gt(0))).stream(1)))
                .containsExactly("core", "docs");
    }

    @Test
    void aRowThatIsReachedTwiceIsReadOnce() {
        EntitySelect<Invoice> invoices = mapper.related(ann, Person_.INVOICES).query();

        assertThat(invoices(invoices.all())).containsExactly(1L, 2L);
        assertThat(invoices.count().block()).isEqualTo(2);
        Page<Invoice> page = invoices.page(PageRequest.of(0, 1)).block();
        assertThat(page.total()).isEqualTo(2);
        assertThat(invoices(mapper.related(ann, Person_.LATEST_INVOICES).query().all()))
                .containsExactly(2L);
    }

    @Test
    void everyKindOfPageHasTheOrderOfTheRelation() {
        EntitySelect<Tag> tags = mapper.related(ann, Person_.TAGS).query();

        assertThat(tags.page(PageRequest.of(0, 1)).block().rows())
                .map(Tag::word)
                .containsExactly("c");
        assertThat(tags.slice(PageRequest.of(1, 1)).block().rows())
                .map(Tag::word)
                .containsExactly("a");
        Window<Tag> window = tags.scroll(1).block();
        assertThat(window.rows()).map(Tag::word).containsExactly("c");
        assertThat(tags.scroll(1, window.next()).block().rows()).map(Tag::word).containsExactly("a");
        assertThat(tags.stream(1).map(Tag::word).collectList().block()).containsExactly("c", "a");
    }

    @Test
    void theEntityNeedNotBeReadAndOneWithoutAKeySendsNoStatement() {
        assertThat(people(mapper.related(Person.class, 2L, Person_.FOLLOWING)
                        .query()
                        .all()))
                .containsExactly("ann", "cid");
        assertThat(people(mapper.related(Person.class, 2L, Person_.FOLLOWERS)
                        .query()
                        .all()))
                .containsExactly("ann");
        assertThat(mapper.related(Tag.class, 3L, Tag_.PEOPLE).query().count().block())
                .isEqualTo(2);
        assertThat(recorder.count()).isEqualTo(3);
        assertThat(mapper.related(Person.of("unsaved"), Person_.TEAMS)
                        .query()
                        .count()
                        .block())
                .isZero();
        assertThat(people(mapper.related(Person.of("unsaved"), Person_.BOSSES).query().stream()))
                .isEmpty();
        assertThat(recorder.count()).isEqualTo(3);
    }

    @Test
    void aQueryOverAPathCombinesWithFiltersOverPaths() {
        assertThat(people(mapper.related(ann, Person_.FOLLOWING)
                        .query()
                        .whereHas(Person_.FOLLOWING, far -> far.where(Person_.NAME.eq("cid")))
                        .all()))
                .containsExactly("bob");
        assertThat(teams(mapper.related(ann, Person_.TEAMS)
                        .query()
                        .whereHas(
                                Team_.MEMBERS,
                                members -> members.where(Person_.NAME.eq("bob"))
                                        .where(Team_.MEMBERS.pivot(Membership_.ROLE.eq("owner"))))
                        .all()))
                .containsExactly("docs");
    }

    @Test
    void aConditionOnThePivotOfAnotherRelationIsAnError() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.related(ann, Person_.BOSSES)
                        .query()
                        .where(Person_.FOLLOWING.pivot(Follow_.SINCE.gt(0)))
                        .all()
                        .blockLast())
                .withMessageContaining("A condition on the pivot of Person.following");
    }

    private static List<String> teams(Flux<Team> teams) {
        return teams.map(Team::name).collectList().block();
    }

    private static List<String> people(Flux<Person> people) {
        return people.map(Person::name).collectList().block();
    }

    private static List<Long> invoices(Flux<Invoice> invoices) {
        return invoices.map(Invoice::id).collectList().block();
    }
}
