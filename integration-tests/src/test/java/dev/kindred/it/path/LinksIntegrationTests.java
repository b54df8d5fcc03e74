package dev.kindred.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.Linked;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** The related rows of one entity with their pivots. */
class LinksIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Club.TABLES).resetBefore(Club.EMPTY, Club.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
    }

    @Test
    void eachRelatedRowComesWithItsPivotInTheOrderOfTheRelation() {
        Person ann = mapper.get(Person.class, 1L).block();
        recorder.clear();

        assertThat(texts(mapper.related(ann, Person_.TEAMS).links())).containsExactly("core owner 1", "docs member 2");
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"person_id\", \"team_id\", \"role\", \"points\", \"left_at\" FROM \"memberships\""
                                + " WHERE \"person_id\" = $1 AND \"left_at\" IS NULL"
                                + " ORDER BY \"person_id\" ASC, \"team_id\" ASC",
                        "SELECT \"id\", \"name\", \"budget\", \"owner_id\", \"closed_at\" FROM \"teams\""
                                + " WHERE \"id\" = ANY($1) AND \"closed_at\" IS NULL ORDER BY \"id\" ASC");
        assertThat(texts(mapper.related(Person.class, 2L, Person_.TEAMS).links()))
                .containsExactly("core member 16", "docs owner 32");
    }

    @Test
    void deletedPivotsAreIncludedByName() {
        assertThat(texts(mapper.related(Person.class, 1L, Person_.TEAMS.withDeletedPivots())
                        .links()))
                .containsExactly("core owner 1", "docs member 2", "web owner 4");
    }

    @Test
    void anEntityWithoutPivotsNeedsOneStatementAndOneWithoutAKeyNone() {
        assertThat(texts(mapper.related(Person.class, 3L, Person_.TEAMS).links()))
                .isEmpty();
        assertThat(recorder.count()).isEqualTo(1);
        assertThat(texts(mapper.related(Person.of("dan"), Person_.TEAMS).links()))
                .isEmpty();
        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void linksAreReadInTheTransactionOfTheSubscriber() {
        Membership guest = Membership_.draft(3L, 2L, "guest", 64).build();
        List<String> texts = mapper.insert(guest)
                .thenMany(mapper.related(Person.class, 3L, Person_.TEAMS).links())
                .map(LinksIntegrationTests::text)
                .collectList()
                .as(mapper::transactional)
                .block();

        assertThat(texts).containsExactly("docs guest 64");
    }

    private static List<String> texts(Flux<Linked<Team, Membership>> links) {
        return links.map(LinksIntegrationTests::text).collectList().block();
    }

    private static String text(Linked<Team, Membership> link) {
        return link.related().name() + " " + link.pivot().role() + " "
                + link.pivot().points();
    }
}
