package dev.kindred.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kindred.error.MapperException;
import dev.kindred.it.security.Hostile.Call;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Passes hostile texts to every public method that takes a name or a value. */
class HostileInputsIntegrationTests {

    private static final String TABLES = """
        create table owners (id text primary key, name text not null);
        create table badges (id text primary key, owner_id text unique references owners (id), text text not null);
        create table items (id text primary key, owner_id text references owners (id), text text not null);
        create table tags (id text primary key, word text not null);
        create table labels (
            owner_id text not null references owners (id),
            tag_id text not null references tags (id),
            note text,
            primary key (owner_id, tag_id));
        """;

    private static final String ROWS = """
        insert into owners values ('a', 'plain'), ('b', 'other');
        insert into badges values ('a', 'a', 'plain');
        insert into items values ('i', 'a', 'plain'), ('j', 'b', 'plain');
        insert into tags values ('t', 'plain');
        insert into labels values ('a', 't', 'plain');
        """;

    private static final String STATE = """
        select string_agg(row, ',' order by row) as rows from (
            select o::text as row from owners o union all select b::text from badges b
            union all select i::text from items i union all select t::text from tags t
            union all select l::text from labels l) all_rows
        """;

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(TABLES).resetBefore("truncate owners, badges, items, tags, labels", ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    static Stream<Call> calls() {
        return Stream.concat(HostileReads.all(), HostileWrites.all());
    }

    @Test
    void everyMethodOfTheApiIsCalledOrExemptWithAReason() {
        Set<String> known = calls().map(Call::method).collect(Collectors.toCollection(TreeSet::new));

        assertThat(known).doesNotContainAnyElementsOf(PublicMethods.EXEMPT.keySet());
        known.addAll(PublicMethods.EXEMPT.keySet());
        assertThat(PublicMethods.withNamesOrValues()).isEqualTo(known);
        assertThat(Hostile.texts().count()).isGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aHostileTextChangesNoStatement(Call call) {
        Object before = database.postgres().queryOne(STATE).get("rows");
        for (String text : Hostile.texts().toList()) {
            recorder.clear();

            Throwable error = catchThrowable(() -> rolledBack(call, text).block());

            assertThat(error)
                    .as("%s with %s", call, text)
                    .isInstanceOfAny(MapperException.class, IllegalArgumentException.class, RolledBack.class);
            if (!call.isName()) {
                assertThat(recorder.texts()).noneMatch(sql -> sql.contains(Hostile.CANARY));
                assertThat(String.valueOf(error)).doesNotContain(Hostile.CANARY);
            }
        }
        assertThat(database.postgres().queryOne(STATE)).containsEntry("rows", before);
    }

    @Test
    void aHostileTextIsStoredAndFoundAgain() {
        for (String text : Hostile.texts().filter(Hostile::isStorable).toList()) {
            assertThat(mapper.insert(Owner.of(text, text)).block().id()).isEqualTo(text);
            assertThat(mapper.find(Owner.class, text).block().name()).isEqualTo(text);
            assertThat(found(text)).containsExactly(text);
            assertThat(mapper.from(Owner.class)
                            .where(Owner_.NAME.contains(text.substring(1)))
                            .count()
                            .block())
                    .isEqualTo(1);
            assertThat(mapper.delete(Owner.of(text, text)).block()).isTrue();
            assertThat(found(text)).isEmpty();
        }
        assertThat(mapper.from(Owner.class).count().block()).isEqualTo(2);
    }

    /** Keys that were read are values of the next statement: a preload, and the writes of a cascade. */
    @Test
    void aHostileKeyOfTheDatabaseIsAValueInThePreload() {
        for (String text : Hostile.texts().filter(Hostile::isStorable).toList()) {
            mapper.insert(Owner.of(text, "x"))
                    .then(mapper.related(Owner.of(text, "x"), Owner_.ITEMS)
                            .create(Item_.ID.set(text), Item_.TEXT.set(text)))
                    .block();
            recorder.clear();

            List<Item> items = mapper.from(Owner.class)
                    .where(Owner_.NAME.eq("x"))
                    .preload(Owner_.ITEMS)
                    .all()
                    .flatMap(Owner::items)
                    .collectList()
                    .block();

            assertThat(items).map(Item::text).containsExactly(text);
            assertThat(recorder.texts()).hasSize(2).noneMatch(sql -> sql.contains(Hostile.CANARY));
            mapper.deleteAll(items).then(mapper.delete(Owner.of(text, "x"))).block();
        }
        assertThat(mapper.from(Item.class).count().block()).isEqualTo(2);
    }

    @Test
    void textsThatPostgresDoesNotStoreAreRefusedBeforeTheyAreSent() {
        for (String text :
                Hostile.texts().filter(text -> !Hostile.isStorable(text)).toList()) {
            assertThatCode(() -> mapper.insert(Owner.of(text, "x")).block()).isInstanceOf(MapperException.class);
            assertThatCode(() -> found(text)).isInstanceOf(MapperException.class);
        }
        assertThat(recorder.count()).isZero();
    }

    private List<String> found(String name) {
        return mapper.from(Owner.class)
                .where(Owner_.NAME.eq(name))
                .all()
                .map(Owner::name)
                .collectList()
                .block();
    }

    private Mono<Void> rolledBack(Call call, String text) {
        return Flux.defer(() -> Flux.from(call.work().apply(mapper, text)))
                .then(Mono.<Void>error(new RolledBack()))
                .as(mapper::transactional);
    }

    private static final class RolledBack extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
