package dev.kindred.it.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.NonUniqueResultException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SelectIntegrationTests {

    private static final String PROFILES =
            "SELECT \"id\", \"user_id\", \"name\", \"telephone\", \"locale\" FROM \"profiles\"";

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, """
                insert into profiles (name, telephone, locale) values
                    ('a', '1', 'en'), ('b', null, 'en'), ('c', '3', 'si'), ('d', null, 'si'), ('e', '5', 'ta');
                """);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void nothingIsSentBeforeASubscriptionAndEachSubscriptionRunsAgain() {
        EntitySelect<Profile> query = profiles().where(Profile_.LOCALE.eq("si"));
        var all = query.all();
        assertThat(recorder.count()).isZero();

        assertThat(all.count().block()).isEqualTo(2);
        database.postgres().execute("delete from profiles where name = 'd'");
        assertThat(all.count().block()).isEqualTo(1);
        assertThat(recorder.texts())
                .containsExactly(PROFILES + " WHERE \"locale\" = $1", PROFILES + " WHERE \"locale\" = $1");
    }

    @Test
    void aStepLeavesTheQueryAsItIs() {
        EntitySelect<Profile> english = profiles().where(Profile_.LOCALE.eq("en"));
        english.where(Profile_.NAME.eq("a")).orderBy(Profile_.ID.desc()).limit(1);

        assertThat(names(english)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void conditionsAddedAfterOneAnotherMustAllHold() {
        assertThat(names(profiles().where(Profile_.LOCALE.eq("en")).where(Profile_.TELEPHONE.isNotNull())))
                .containsExactly("a");
        assertThat(recorder.texts()).containsExactly(PROFILES + " WHERE \"locale\" = $1 AND \"telephone\" IS NOT NULL");
    }

    @Test
    void anOrTakesAllConditionsBeforeItTogether() {
        assertThat(names(profiles()
                        .where(Profile_.LOCALE.eq("en"))
                        .where(Profile_.NAME.eq("b"))
                        .orWhere(Profile_.NAME.eq("e"))
                        .orderBy(Profile_.ID.asc())))
                .containsExactly("b", "e");
        assertThat(names(profiles()
                        .where(Profile_.NAME.eq("b"))
                        .orWhere(Profile_.NAME.eq("e"))
                        .where(Profile_.LOCALE.eq("ta"))))
                .containsExactly("e");
        assertThat(recorder.texts())
                .containsExactly(
                        PROFILES + " WHERE (\"locale\" = $1 AND \"name\" = $2) OR \"name\" = $3 ORDER BY \"id\" ASC",
                        PROFILES + " WHERE (\"name\" = $1 OR \"name\" = $2) AND \"locale\" = $3");
    }

    @Test
    void aConditionMadeOfTwoStaysTogether() {
        assertThat(names(profiles()
                        .where(Profile_.NAME.eq("a").or(Profile_.NAME.eq("c")))
                        .where(Profile_.LOCALE.in("si", "ta"))))
                .containsExactly("c");
        assertThat(recorder.texts())
                .containsExactly(PROFILES + " WHERE (\"name\" = $1 OR \"name\" = $2) AND \"locale\" = ANY($3)");
    }

    @Test
    void nullAndTheEmptyListAreConditionsToo() {
        assertThat(names(profiles().where(Profile_.TELEPHONE.eq(null)))).containsExactlyInAnyOrder("b", "d");
        assertThat(names(profiles().where(Profile_.NAME.in(List.of())))).isEmpty();
        assertThat(names(profiles().where(Profile_.NAME.notIn(List.of())))).hasSize(5);
        assertThat(names(profiles().where(Profile_.NAME.in(List.of())).orWhere(Profile_.NAME.eq("e"))))
                .containsExactly("e");
    }

    @Test
    void ordersAreAppliedInTheOrderInWhichTheyCame() {
        assertThat(names(profiles().orderBy(Profile_.LOCALE.desc()).orderBy(Profile_.NAME.desc())))
                .containsExactly("e", "d", "c", "b", "a");
        assertThat(names(profiles().orderBy(Profile_.TELEPHONE.asc(), Profile_.NAME.desc())))
                .containsExactly("a", "c", "e", "d", "b");
        assertThat(recorder.texts().get(0)).isEqualTo(PROFILES + " ORDER BY \"locale\" DESC, \"name\" DESC");
    }

    @Test
    void limitAndOffsetAreBound() {
        assertThat(names(profiles().orderBy(Profile_.ID.asc()).offset(1).limit(2)))
                .containsExactly("b", "c");
        assertThat(names(profiles().orderBy(Profile_.ID.asc()).offset(4))).containsExactly("e");
        assertThat(names(profiles().limit(0))).isEmpty();
        assertThat(recorder.texts())
                .containsExactly(
                        PROFILES + " ORDER BY \"id\" ASC LIMIT $1 OFFSET $2",
                        PROFILES + " ORDER BY \"id\" ASC OFFSET $1",
                        PROFILES + " LIMIT $1");
    }

    @Test
    void aLaterLimitOrOffsetReplacesAnEarlierOne() {
        assertThat(names(profiles()
                        .orderBy(Profile_.ID.asc())
                        .limit(1)
                        .offset(4)
                        .limit(2)
                        .offset(0)))
                .containsExactly("a", "b");
    }

    @Test
    void theFirstIsThatOfTheOrder() {
        assertThat(profiles().orderBy(Profile_.NAME.desc()).first().block().name())
                .isEqualTo("e");
        assertThat(profiles()
                        .orderBy(Profile_.NAME.asc())
                        .offset(2)
                        .first()
                        .block()
                        .name())
                .isEqualTo("c");
        assertThat(profiles().where(Profile_.NAME.eq("z")).first().blockOptional())
                .isEmpty();
        assertThat(profiles().limit(0).first().blockOptional()).isEmpty();
        assertThat(recorder.texts().get(0)).isEqualTo(PROFILES + " ORDER BY \"name\" DESC LIMIT $1");
        assertThat(recorder.executions().get(0).rows()).isEqualTo(1);
    }

    @Test
    void theOnlyRowIsReturned() {
        assertThat(profiles().where(Profile_.LOCALE.eq("ta")).one().block().name())
                .isEqualTo("e");
        assertThat(profiles().where(Profile_.NAME.eq("z")).one().blockOptional())
                .isEmpty();
        assertThat(profiles().orderBy(Profile_.ID.asc()).limit(1).one().block().name())
                .isEqualTo("a");
        assertThat(recorder.texts().get(0)).isEqualTo(PROFILES + " WHERE \"locale\" = $1 LIMIT $2");
    }

    @Test
    void aSecondRowIsAnErrorWhereOneIsAskedFor() {
        assertThatThrownBy(() -> profiles().one().block())
                .isInstanceOf(NonUniqueResultException.class)
                .hasMessageContaining("Profile")
                .hasMessageContaining("first()");
        assertThat(recorder.executions().get(0).rows()).isEqualTo(2);
    }

    @Test
    void rowsAreCounted() {
        assertThat(profiles().count().block()).isEqualTo(5);
        assertThat(profiles().where(Profile_.LOCALE.eq("si")).count().block()).isEqualTo(2);
        assertThat(profiles().where(Profile_.NAME.eq("z")).count().block()).isZero();
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT count(*) FROM \"profiles\"",
                        "SELECT count(*) FROM \"profiles\" WHERE \"locale\" = $1",
                        "SELECT count(*) FROM \"profiles\" WHERE \"name\" = $1");
    }

    @Test
    void theRowsOfAPageAreCounted() {
        assertThat(profiles().offset(2).count().block()).isEqualTo(3);
        assertThat(profiles().orderBy(Profile_.NAME.asc()).limit(2).count().block())
                .isEqualTo(2);
        assertThat(profiles().limit(10).count().block()).isEqualTo(5);
        assertThat(recorder.texts().get(1))
                .isEqualTo("SELECT count(*) FROM (SELECT 1 FROM \"profiles\" LIMIT $1) AS \"page\"");
    }

    @Test
    void itIsToldWhetherThereIsARow() {
        assertThat(profiles().where(Profile_.LOCALE.eq("si")).exists().block()).isTrue();
        assertThat(profiles().where(Profile_.NAME.eq("z")).exists().block()).isFalse();
        assertThat(profiles().offset(5).exists().block()).isFalse();
        assertThat(recorder.texts().get(0))
                .isEqualTo("SELECT EXISTS (SELECT 1 FROM \"profiles\" WHERE \"locale\" = $1)");
    }

    @Test
    void columnsThatAreNotSelectedAreNotReadAndHoldNull() {
        Profile profile = profiles()
                .select(Profile_.NAME, Profile_.ID)
                .where(Profile_.NAME.eq("a"))
                .one()
                .block();

        assertThat(profile.id()).isEqualTo(1);
        assertThat(profile.name()).isEqualTo("a");
        assertThat(profile.telephone()).isNull();
        assertThat(profile.locale()).isNull();
        assertThat(recorder.texts())
                .containsExactly("SELECT \"id\", \"name\" FROM \"profiles\" WHERE \"name\" = $1 LIMIT $2");
    }

    @Test
    void aLaterSelectReplacesAnEarlierOne() {
        profiles().select(Profile_.NAME).select(Profile_.LOCALE).all().blockLast();

        assertThat(recorder.texts()).containsExactly("SELECT \"locale\" FROM \"profiles\"");
    }

    private EntitySelect<Profile> profiles() {
        return mapper.from(Profile.class);
    }

    private static List<String> names(EntitySelect<Profile> query) {
        return query.all().map(Profile::name).collectList().block();
    }
}
