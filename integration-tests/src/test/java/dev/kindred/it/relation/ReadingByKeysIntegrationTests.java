package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Calibration;
import dev.kindred.it.entity.Calibration_;
import dev.kindred.it.entity.Country;
import dev.kindred.it.entity.Country_;
import dev.kindred.it.entity.Cover;
import dev.kindred.it.entity.Cover_;
import dev.kindred.it.entity.Desk;
import dev.kindred.it.entity.Desk_;
import dev.kindred.it.entity.Document;
import dev.kindred.it.entity.Document_;
import dev.kindred.it.entity.Flag;
import dev.kindred.it.entity.Flag_;
import dev.kindred.it.entity.KeySchema;
import dev.kindred.it.entity.Room;
import dev.kindred.it.entity.Room_;
import dev.kindred.it.entity.Sensor;
import dev.kindred.it.entity.Sensor_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.ToOneRelation;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

class ReadingByKeysIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(KeySchema.TABLES).resetBefore(KeySchema.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    @Test
    void customKeysThatAreNotTheIdAreFollowedFromTheParent() {
        countries();

        assertEveryPath(Country.class, Country_.FLAG, Country::flag, Flag::colours)
                .containsExactlyInAnyOrder("white red", "red white red");
        assertThat(recorder.texts())
                .contains(
                        "SELECT \"id\", \"country_code\", \"colours\" FROM \"flags\" WHERE \"country_code\" = $1"
                                + " ORDER BY \"id\" ASC LIMIT $2",
                        "SELECT \"id\", \"country_code\", \"colours\" FROM \"flags\" WHERE \"country_code\" ="
                                + " ANY($1) ORDER BY \"id\" ASC");
    }

    @Test
    void customKeysThatAreNotTheIdAreFollowedFromTheChild() {
        countries();

        assertEveryPath(Flag.class, Flag_.COUNTRY, Flag::country, Country::name)
                .containsExactlyInAnyOrder("Poland", "Austria");
        assertThat(recorder.texts())
                .contains(
                        "SELECT \"id\", \"code\", \"name\" FROM \"countries\" WHERE \"code\" = $1 ORDER BY \"id\""
                                + " ASC LIMIT $2",
                        "SELECT \"id\", \"code\", \"name\" FROM \"countries\" WHERE \"code\" = ANY($1) ORDER BY"
                                + " \"id\" ASC");
    }

    @Test
    void aNullLocalKeyOfASavedParentResolvesToNoRowWithoutAStatement() {
        countries();
        Country unnamed =
                mapper.from(Country.class).where(Country_.CODE.isNull()).one().block();
        recorder.clear();

        assertThat(unnamed.flag().blockOptional()).isEmpty();
        assertThat(mapper.related(unnamed, Country_.FLAG).find().blockOptional())
                .isEmpty();
        assertThat(mapper.preload(List.of(unnamed), Country_.FLAG).collectList().block())
                .containsExactly(unnamed);
        assertThat(recorder.count()).isZero();
    }

    @Test
    void keysOfDifferentWidthMatchInBothDirections() {
        database.postgres().execute("""
                insert into sensors values (1, 'one'), (2, 'two'), (2147483647, 'last'), (4, 'alone');
                insert into calibrations values (10, 1), (20, 2), (30, 2147483647), (40, null);
                """);

        assertEveryPath(Sensor.class, Sensor_.CALIBRATION, Sensor::calibration, Calibration::id)
                .containsExactlyInAnyOrder(10L, 20L, 30L);
        assertEveryPath(Calibration.class, Calibration_.SENSOR, Calibration::sensor, Sensor::name)
                .containsExactlyInAnyOrder("one", "two", "last");
    }

    @Test
    void aKeyTooWideForTheOtherSideMatchesNothing() {
        database.postgres().execute("""
                alter table calibrations drop constraint calibrations_sensor_id_fkey;
                insert into sensors values (1, 'one');
                insert into calibrations values (10, 1), (20, 4294967297);
                """);
        try {
            assertEveryPath(Calibration.class, Calibration_.SENSOR, Calibration::sensor, Sensor::name)
                    .containsExactly("one");
        } finally {
            database.postgres().execute("""
                    truncate sensors, calibrations;
                    alter table calibrations add constraint calibrations_sensor_id_fkey foreign key (sensor_id) \
                    references sensors (id);
                    """);
        }
    }

    @Test
    void aKeyOfTwoColumnsIsFollowedInBothDirections() {
        rooms();

        assertEveryPath(Room.class, Room_.DESK, Room::desk, Desk::id).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(recorder.texts())
                .contains("SELECT \"id\", \"building\", \"room_number\" FROM \"desks\" WHERE \"building\" = $1 AND"
                        + " \"room_number\" = $2"
                        + " ORDER BY \"id\" ASC LIMIT $3");
        assertEveryPath(Desk.class, Desk_.ROOM, Desk::room, Room::name)
                .containsExactlyInAnyOrder("north one", "north two", "south one");
    }

    @Test
    void aKeyWithANullColumnResolvesToNoRowWithoutAStatement() {
        rooms();
        List<Desk> halfPlaced = mapper.from(Desk.class)
                .where(Desk_.BUILDING.isNull().or(Desk_.ROOM_NUMBER.isNull()))
                .all()
                .collectList()
                .block();
        recorder.clear();

        assertThat(halfPlaced).hasSize(2).allSatisfy(desk -> {
            assertThat(desk.room().blockOptional()).isEmpty();
            assertThat(mapper.related(desk, Desk_.ROOM).find().blockOptional()).isEmpty();
        });
        assertThat(recorder.count()).isZero();
    }

    @Test
    void aUuidKeyIsFollowedInBothDirections() {
        database.postgres().execute("""
                insert into documents (title) values ('a'), ('b'), ('c');
                insert into covers select row_number() over (order by title), id from documents where title < 'c';
                """);

        assertEveryPath(Document.class, Document_.COVER, Document::cover, Cover::id)
                .containsExactlyInAnyOrder(1L, 2L);
        assertEveryPath(Cover.class, Cover_.DOCUMENT, Cover::document, Document::title)
                .containsExactlyInAnyOrder("a", "b");
    }

    /** Asserts that handles, preloads and the relation's own query return the same rows, and returns these. */
    private <E, R, T> ListAssert<T> assertEveryPath(
            Class<E> type, ToOneRelation<E, R> relation, Function<E, Mono<R>> handle, Function<R, T> value) {
        List<T> lazy = mapper.from(type)
                .all()
                .concatMap(handle)
                .map(value)
                .collectList()
                .block();
        List<T> preloaded = mapper.from(type)
                .preload(relation)
                .all()
                .concatMap(handle)
                .map(value)
                .collectList()
                .block();
        List<T> single = mapper.from(type)
                .all()
                .concatMap(entity -> mapper.related(entity, relation).find())
                .map(value)
                .collectList()
                .block();
        assertThat(preloaded).isEqualTo(lazy);
        assertThat(single).isEqualTo(lazy);
        return assertThat(lazy);
    }

    private void countries() {
        database.postgres().execute("""
                insert into countries (code, name) values ('PL', 'Poland'), ('AT', 'Austria'), ('XX', 'flagless'), \
                (null, 'codeless');
                insert into flags (id, country_code, colours) values (51, 'PL', 'white red'), (52, 'AT', 'red white \
                red'), (53, null, 'black');
                """);
    }

    private void rooms() {
        database.postgres().execute("""
                insert into rooms values ('north', 1, 'north one'), ('north', 2, 'north two'), ('south', 1, 'south \
                one'), ('south', 2, 'empty');
                insert into desks values (1, 'north', 1), (2, 'north', 2), (3, 'south', 1), (4, null, 2), (5, \
                'south', null);
                """);
    }
}
