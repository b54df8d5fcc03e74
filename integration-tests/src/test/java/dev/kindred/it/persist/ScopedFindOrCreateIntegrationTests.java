package dev.kindred.it.persist;

import static dev.kindred.it.persist.Reader_Choice_.KIND;
import static dev.kindred.it.persist.Reader_Choice_.LANG;
import static dev.kindred.it.persist.Reader_Choice_.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.it.persist.Reader.Choice;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.Assignment;
import dev.kindred.model.HasOneRelation;
import dev.kindred.reactor.FindOrCreateSteps;
import dev.kindred.reactor.ReactiveMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A row that is created through a relation matches its scope. Otherwise it is not created. */
class ScopedFindOrCreateIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Reader.TABLES)
            .resetBefore(
                    "drop trigger if exists lower on choices; drop index if exists one",
                    "truncate readers, choices restart identity cascade");

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private Reader reader;

    @BeforeEach
    void reader() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
        reader = mapper.insert(Reader.of("a")).block();
        recorder.clear();
    }

    private enum Operation {
        FIRST_OR_CREATE {
            @Override
            Mono<Choice> on(FindOrCreateSteps<Choice> search, List<Assignment<Choice>> payload) {
                return search.firstOrCreate(payload);
            }
        },
        CREATE_OR_FIRST {
            @Override
            Mono<Choice> on(FindOrCreateSteps<Choice> search, List<Assignment<Choice>> payload) {
                return search.createOrFirst(payload);
            }
        },
        UPDATE_OR_CREATE {
            @Override
            Mono<Choice> on(FindOrCreateSteps<Choice> search, List<Assignment<Choice>> payload) {
                return search.updateOrCreate(payload);
            }
        };

        abstract Mono<Choice> on(FindOrCreateSteps<Choice> search, List<Assignment<Choice>> payload);
    }

    private long choices() {
        return database.postgres().queryLong("select count(*) from choices");
    }

    private FindOrCreateSteps<Choice> of(HasOneRelation<Reader, Choice> relation) {
        return mapper.related(reader, relation);
    }

    private static Stream<Reader> parents(Reader stored) {
        return Stream.of(stored, Reader.of("new"));
    }

    private void assertRefused(Mono<Choice> write, String message) {
        recorder.clear();
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(write::block)
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @EnumSource
    void whatContradictsTheScopeIsRefusedBeforeAnyStatement(Operation operation) {
        parents(reader).forEach(parent -> {
            for (Mono<Choice> write : List.of(
                    operation.on(mapper.related(parent, Reader_.OF_UI), List.of(KIND.set("mail"))),
                    operation.on(mapper.related(parent, Reader_.OF_UI).matching(KIND.set("mail")), List.of()),
                    operation.on(mapper.related(parent, Reader_.SPOKEN), List.of(LANG.set("fr"))),
                    operation.on(mapper.related(parent, Reader_.SPOKEN).matching(LANG.set("fr")), List.of()))) {
                assertRefused(write, "contradicts the scope of Reader.");
                assertThat(recorder.count()).isZero();
            }
            assertRefused(mapper.related(parent, Reader_.OF_UI).create(KIND.set("mail")), "Choice.kind");
            assertThat(recorder.count()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatTheSearchDoesNotFindIsNotCreated(Operation operation) {
        parents(reader)
                .forEach(parent -> assertRefused(
                        operation.on(
                                mapper.related(parent, Reader_.ANY).matching(KIND.set("a")), List.of(KIND.set("b"))),
                        "contradicts the search"));
        assertThat(choices()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatOnlyTheServerCanTellIsLookedForAndDoesNotStay(Operation operation) {
        parents(reader).forEach(parent -> {
            for (Mono<Choice> write : List.of(
                    operation.on(mapper.related(parent, Reader_.SPOKEN), List.of()),
                    operation.on(mapper.related(parent, Reader_.DEAR), List.of(PRICE.set(BigDecimal.ONE))),
                    operation.on(
                            mapper.related(parent, Reader_.ANY).matching(PRICE.set(new BigDecimal("1.005"))),
                            List.of()))) {
                assertRefused(write, "is not found by it afterwards");
                assertRefused(mapper.transactional(write), "is not found by it afterwards");
            }
        });
        assertThat(choices()).isZero();
        assertThat(database.postgres().queryLong("select count(*) from readers"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheServerFindsIsCreatedOnce(Operation operation) {
        for (int i = 0; i < 3; i++) {
            operation.on(of(Reader_.OF_UI), List.of(LANG.set("fr"))).block();
            operation.on(of(Reader_.SPOKEN), List.of(LANG.set("de"))).block();
            operation.on(of(Reader_.DEAR), List.of(PRICE.set(BigDecimal.TEN))).block();
        }
        assertThat(choices()).isEqualTo(3);

        Reader unsaved = Reader.of("new");
        assertThat(operation
                        .on(mapper.related(unsaved, Reader_.DEAR), List.of(PRICE.set(BigDecimal.TEN)))
                        .block()
                        .price())
                .isEqualByComparingTo(BigDecimal.TEN);
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatATriggerChangesDoesNotStay(Operation operation) {
        database.postgres().execute("""
                create or replace function lower_kind() returns trigger language plpgsql as
                    $$ begin new.kind = lower(new.kind); return new; end $$;
                create trigger lower before insert on choices for each row execute function lower_kind();
                """);

        assertRefused(
                operation.on(mapper.related(reader, Reader_.ANY).matching(KIND.set("Upper")), List.of()),
                "is not found by it afterwards");
        assertThat(choices()).isZero();
    }

    @Test
    void anUpdateDoesNotTakeTheRowOutOfTheScope() {
        of(Reader_.SPOKEN).firstOrCreate(LANG.set("en")).block();
        of(Reader_.DEAR).firstOrCreate(PRICE.set(BigDecimal.TEN)).block();

        assertRefused(of(Reader_.SPOKEN).updateOrCreate(LANG.set("fr")), "contradicts the scope of Reader.spoken");
        assertThat(recorder.count()).isZero();
        assertRefused(of(Reader_.DEAR).updateOrCreate(PRICE.set(BigDecimal.ONE)), "is not found by it afterwards");
        assertRefused(
                mapper.transactional(of(Reader_.DEAR).updateOrCreate(PRICE.set(BigDecimal.ONE))),
                "is not found by it afterwards");

        assertThat(of(Reader_.SPOKEN).updateOrCreate(LANG.set("de")).block().lang())
                .isEqualTo("de");
        assertThat(of(Reader_.DEAR).updateOrCreate(KIND.set("x")).block().kind())
                .isEqualTo("x");
        assertThat(database.postgres().query("select lang, price::int as price from choices order by id"))
                .extracting(row -> row.get("lang") + " " + row.get("price"))
                .containsExactly("de 1", "fr 10");
    }

    @Test
    void aKnownAnswerCostsNoStatement() {
        of(Reader_.OF_UI).firstOrCreate(LANG.set("fr")).block();
        recorder.clear();

        of(Reader_.OF_UI).updateOrCreate(LANG.set("de")).block();

        assertThat(recorder.count()).isEqualTo(1);
    }

    @Test
    void aTransactionGoesOnAfterARefusal() {
        Mono<Long> work = of(Reader_.DEAR)
                .firstOrCreate(PRICE.set(BigDecimal.ONE))
                .map(Choice::id)
                .onErrorResume(
                        MappingException.class,
                        refused -> mapper.insert(Reader.of("after")).map(Reader::id));

        assertThat(mapper.transactional(work).block()).isNotNull();
        assertThat(choices()).isZero();
        assertThat(database.postgres().queryLong("select count(*) from readers where name = 'after'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void manyCallersEndWithOneRowWhereOnlyTheServerCanTell(Operation operation) {
        for (String index : List.of("", "create unique index one on choices (reader_id)")) {
            database.postgres().execute("truncate choices;" + index);
            List<Long> ids = Flux.range(0, 64)
                    .flatMap(
                            caller -> operation
                                    .on(of(Reader_.DEAR), List.of(PRICE.set(BigDecimal.valueOf(caller + 10))))
                                    .subscribeOn(Schedulers.parallel()),
                            64)
                    .map(Choice::id)
                    .distinct()
                    .collectList()
                    .block();

            assertThat(ids).hasSize(1);
            assertThat(choices()).isEqualTo(1);
        }
    }
}
