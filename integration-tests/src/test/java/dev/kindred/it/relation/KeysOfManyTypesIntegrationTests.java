package dev.kindred.it.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.error.StatementException;
import dev.kindred.it.relation.ManyKeys.Owner;
import dev.kindred.it.relation.ManyKeys.Thing;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.PreloadQuery;
import dev.kindred.reactor.ReactiveMapper;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Relations with keys of every supported type, with values at their limits. */
class KeysOfManyTypesIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(ManyKeys.TABLES).resetBefore("truncate owners, things");

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    /** Loads the relation of every owner in each way, and returns the ids of the related rows. */
    private List<Long> followed(
            dev.kindred.model.HasOneRelation<Owner, Thing> relation, Function<Owner, @Nullable Mono<Thing>> handle) {
        List<Owner> owners = mapper.from(Owner.class).all().collectList().block();
        List<Owner> rebuilt = owners.stream()
                .map(o -> new Owner(
                        o.id(),
                        o.text(),
                        o.number(),
                        o.real(),
                        o.bytes(),
                        o.mood(),
                        o.code(),
                        o.time(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null))
                .toList();
        recorder.clear();
        List<Long> lazily = Flux.fromIterable(owners)
                .flatMap(handle)
                .map(Thing::id)
                .collectList()
                .block();
        assertThat(recorder.count()).isEqualTo(1);
        assertThat(Flux.fromIterable(owners)
                        .concatMap(owner -> mapper.related(owner, relation).find())
                        .map(Thing::id)
                        .collectList()
                        .block())
                .isEqualTo(lazily);
        assertThat(mapper.from(Owner.class)
                        .preload(relation)
                        .all()
                        .flatMap(handle)
                        .map(Thing::id)
                        .collectList()
                        .block())
                .isEqualTo(lazily);
        assertThat(mapper.from(Owner.class)
                        .preload(relation, things -> things.joined())
                        .all()
                        .flatMap(handle)
                        .map(Thing::id)
                        .collectList()
                        .block())
                .isEqualTo(lazily);
        for (UnaryOperator<PreloadQuery<Thing>> ids : List.<UnaryOperator<PreloadQuery<Thing>>>of(
                things -> things.select(ManyKeys_Thing_.ID),
                things -> things.select(ManyKeys_Thing_.ID).joined())) {
            assertThat(mapper.from(Owner.class)
                            .preload(relation, ids)
                            .all()
                            .flatMap(handle)
                            .doOnNext(thing -> assertThat(thing.text()).isNull())
                            .map(Thing::id)
                            .collectList()
                            .block())
                    .isEqualTo(lazily);
        }
        assertThat(Flux.fromIterable(rebuilt)
                        .concatMap(owner -> mapper.preload(List.of(owner), relation))
                        .flatMap(handle)
                        .map(Thing::id)
                        .collectList()
                        .block())
                .isEqualTo(lazily);
        assertThat(mapper.preload(rebuilt, relation)
                        .flatMap(handle)
                        .map(Thing::id)
                        .collectList()
                        .block())
                .isEqualTo(lazily);
        return lazily;
    }

    @Test
    void anEnumAndAClassWithACodecAreKeys() {
        database.postgres().execute("""
                insert into owners (id, mood, code) values (1, 'GOOD', '#a');
                insert into things (id, mood, code) values (10, 'GOOD', '#a');
                """);

        assertThat(followed(ManyKeys_Owner_.BY_MOOD, Owner::byMood)).containsExactly(10L);
        assertThat(followed(ManyKeys_Owner_.BY_CODE, Owner::byCode)).containsExactly(10L);
    }

    @Test
    void bytesAreAKeyByTheirContent() {
        database.postgres().execute("""
                insert into owners (id, bytes) values (1, '\\x00ff27'), (2, '\\x'), (3, null);
                insert into things (id, bytes) values (10, '\\x00ff27'), (11, '\\x'), (12, null);
                """);

        assertThat(followed(ManyKeys_Owner_.BY_BYTES, Owner::byBytes)).containsExactly(10L, 11L);
    }

    @Test
    void numbersAreEqualWhateverTheirZeros() {
        database.postgres().execute("""
                insert into owners (id, number, real) values (1, 1.00, '-0'), (2, 100, 'NaN'), (3, 3.5, 'Infinity');
                insert into things (id, number, real) values (10, 1, '0'), (11, 1e2, 'NaN'), (12, 4, 'Infinity');
                """);

        assertThat(followed(ManyKeys_Owner_.BY_NUMBER, Owner::byNumber)).containsExactly(10L, 11L);
        assertThat(followed(ManyKeys_Owner_.BY_REAL, Owner::byReal)).containsExactly(10L, 11L, 12L);
    }

    @Test
    void aPointInTimeIsAKeyWhateverItsOffset() {
        OffsetDateTime time = OffsetDateTime.parse("2024-02-29T05:00:00+05:30");
        Owner given = Owner.of(1).withTime(time);
        mapper.insert(given).block();
        database.postgres().execute("insert into things (id, time) values (10, '2024-02-28T23:30:00Z')");

        assertThat(followed(ManyKeys_Owner_.BY_TIME, Owner::byTime)).containsExactly(10L);
        assertThat(mapper.preload(List.of(given), ManyKeys_Owner_.BY_TIME)
                        .flatMap(Owner::byTime)
                        .map(Thing::id)
                        .collectList()
                        .block())
                .containsExactly(10L);
    }

    @Test
    void aLongKeyThatNoIntegerHoldsMatchesNothingAndCannotBeWritten() {
        long border = 1L << 31;
        database.postgres().execute("""
                insert into owners (id) values (2147483647), (2147483648), (-2147483648), (-2147483649);
                insert into things (id, owner_id) values (10, 2147483647), (11, -2147483648);
                """);

        assertThat(followed(ManyKeys_Owner_.BY_ID, Owner::byId)).containsExactly(10L, 11L);
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> mapper.related(Owner.of(border), ManyKeys_Owner_.BY_ID)
                        .firstOrCreate(ManyKeys_Thing_.ID.set(12L))
                        .block())
                .satisfies(error -> assertThat(error.sqlState()).isEqualTo("22003"))
                .withMessageNotContaining("2147483648");
        assertThat(mapper.related(Owner.of(border - 1), ManyKeys_Owner_.BY_ID)
                        .firstOrCreate(ManyKeys_Thing_.ID.set(12L))
                        .block()
                        .id())
                .isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a ",
                "'; drop table things; --",
                "\"",
                "\\",
                "{a,b}",
                "NULL",
                "null",
                "$1",
                "\n",
                "\u202e",
                "\ud83d\ude00"
            })
    void aHostileTextIsAKey(String key) {
        mapper.insertAll(Flux.just(Owner.of(1).withText(key), Owner.of(2).withText("other")))
                .blockLast();

        Thing created = mapper.related(mapper.get(Owner.class, 1L).block(), ManyKeys_Owner_.BY_TEXT)
                .firstOrCreate(ManyKeys_Thing_.ID.set(10L))
                .block();

        assertThat(created.text()).isEqualTo(key);
        assertThat(followed(ManyKeys_Owner_.BY_TEXT, Owner::byText)).containsExactly(10L);
        assertThat(recorder.texts()).noneMatch(sql -> key.length() > 2 && sql.contains(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANARY\0", "CANARY\ud800", "\udc00CANARY"})
    void aKeyThatNoTextCanHoldIsRefusedByItsNameBeforeAnythingIsSent(String key) {
        Owner owner = Owner.of(1).withText(key);

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() ->
                        mapper.preload(List.of(owner), ManyKeys_Owner_.BY_TEXT).blockLast())
                .withMessageContaining("Owner.text")
                .withMessageNotContaining("CANARY");
        assertThat(recorder.count()).isZero();
    }
}
