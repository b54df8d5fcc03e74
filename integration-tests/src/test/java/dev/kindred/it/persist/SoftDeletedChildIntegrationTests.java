package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.persist.Permit.Stamp;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.ConflictTarget;
import dev.kindred.reactor.HasOneOperations;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SchemaOperations;
import dev.kindred.schema.Finding;
import dev.kindred.schema.Finding.Kind;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A soft-deleted child stays in the table, and a new child can replace it. */
class SoftDeletedChildIntegrationTests {

    private static final String INDEX =
            "CREATE UNIQUE INDEX \"stamps_permit_id_key\" ON \"stamps\" (\"permit_id\") WHERE \"deleted_at\" IS NULL";

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create().resetBefore("drop table if exists stamps, permits");

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;
    private SchemaOperations schema;
    private Permit permit;

    @BeforeEach
    void permit() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
        schema = mapper.schema(Permit.class, Stamp.class);
        schema.create().block();
        permit = mapper.insert(Permit.of("a")).block();
        recorder.clear();
    }

    private HasOneOperations<Permit, Stamp> stamp() {
        return mapper.related(permit, Permit_.STAMP);
    }

    private List<String> texts(String where) {
        return database.postgres().query("select text from stamps where " + where + " order by id").stream()
                .map(row -> (String) row.get("text"))
                .toList();
    }

    @Test
    void theSchemaHasAUniqueIndexOfTheRowsThatAreNotDeleted() {
        assertThat(schema.ddl()).contains(INDEX + ";").doesNotContain("UNIQUE (\"permit_id\")");
        assertThat(schema.verify().block().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alter table stamps add unique (permit_id)",
                "create unique index on stamps (permit_id)",
                "create unique index on stamps (permit_id) where text is null",
                "create unique index on stamps (permit_id) where deleted_at is not null",
                "create index on stamps (permit_id) where deleted_at is null"
            })
    void anotherIndexIsAFindingWhoseRemedyMendsIt(String index) {
        database.postgres().execute("drop index stamps_permit_id_key; drop index stamps_permit_id_idx;" + index);
        database.postgres().execute("create index on stamps (permit_id)");

        List<Finding> findings = schema.verify().block().findings();

        assertThat(findings).extracting(Finding::kind).containsExactly(Kind.MISSING_LIVE_KEY);
        findings.get(0).remedy().forEach(database.postgres()::execute);
        assertThat(schema.verify().block().findings()).isEmpty();
        stamp().create(Permit_Stamp_.TEXT.set("first")).block();
        assertThat(stamp().replace(Stamp.of(null, "second")).block().text()).isEqualTo("second");
    }

    @Test
    void anIndexThatWasMadeByHandFitsAndSharedRowsAreCountedWithoutDeletedOnes() {
        database.postgres().execute("""
                drop index stamps_permit_id_key; drop index stamps_permit_id_idx;
                insert into stamps (permit_id, text, deleted_at) values (1, 'a', null), (1, 'b', now()), (1, 'c', \
                now());
                """);
        assertThat(schema.verify().block().findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Kind.MISSING_LIVE_KEY, Kind.MISSING_INDEX);

        database.postgres().execute("create unique index on stamps (permit_id) where deleted_at is null");
        assertThat(schema.verify().block().findings()).isEmpty();

        database.postgres()
                .execute("drop index stamps_permit_id_idx; insert into stamps (permit_id, text) values (1, 'd')");
        assertThat(schema.verify().block().findings())
                .filteredOn(finding -> finding.kind() == Kind.SHARED_KEY)
                .extracting(Finding::found)
                .containsExactly("1 key with several rows");
    }

    static Stream<Arguments> writes() {
        return Stream.of(
                write("create", stamp -> stamp.create(Permit_Stamp_.TEXT.set("new"))),
                write("save", stamp -> stamp.save(Stamp.of(null, "new"))),
                write("associate", stamp -> stamp.associate(Stamp.of(null, "new"))),
                write("replace", stamp -> stamp.replace(Stamp.of(null, "new"))),
                write("firstOrCreate", stamp -> stamp.firstOrCreate(Permit_Stamp_.TEXT.set("new"))),
                write("createOrFirst", stamp -> stamp.createOrFirst(Permit_Stamp_.TEXT.set("new"))),
                write("updateOrCreate", stamp -> stamp.updateOrCreate(Permit_Stamp_.TEXT.set("new"))));
    }

    private static Arguments write(String name, Function<HasOneOperations<Permit, Stamp>, Mono<Stamp>> write) {
        return Arguments.of(name, write);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void aNewChildTakesThePlaceOfADeletedOne(
            String name, Function<HasOneOperations<Permit, Stamp>, Mono<Stamp>> write) {
        stamp().create(Permit_Stamp_.TEXT.set("old")).block();
        assertThat(stamp().delete().block()).isTrue();

        assertThat(write.apply(stamp()).block().text()).isEqualTo("new");

        assertThat(texts("deleted_at is null")).containsExactly("new");
        assertThat(texts("deleted_at is not null")).containsExactly("old");
    }

    @Test
    void aLiveChildIsReplacedAgainAndAgain() {
        for (int i = 0; i < 3; i++) {
            stamp().replace(Stamp.of(null, "stamp " + i)).block();
        }

        assertThat(texts("deleted_at is null")).containsExactly("stamp 2");
        assertThat(texts("deleted_at is not null")).containsExactly("stamp 0", "stamp 1");
    }

    @Test
    void aLiveChildIsFoundByTheIndexWithoutALock() {
        stamp().createOrFirst(Permit_Stamp_.TEXT.set("first")).block();
        recorder.clear();

        assertThat(stamp().createOrFirst(Permit_Stamp_.TEXT.set("second"))
                        .block()
                        .text())
                .isEqualTo("first");

        assertThat(recorder.texts())
                .hasSize(2)
                .first()
                .asString()
                .contains("ON CONFLICT (\"permit_id\") WHERE \"deleted_at\" IS NULL DO NOTHING");
    }

    @Test
    void manyCallersAfterADeleteEndWithOneLiveChild() {
        stamp().create(Permit_Stamp_.TEXT.set("old")).block();
        stamp().delete().block();

        List<Long> ids = Flux.range(0, 64)
                .flatMap(caller -> stamp().firstOrCreate(Permit_Stamp_.TEXT.set("caller " + caller)), 64)
                .map(Stamp::id)
                .distinct()
                .collectList()
                .block();

        assertThat(ids).hasSize(1);
        assertThat(texts("deleted_at is null")).hasSize(1);
    }

    @Test
    void upsertsUseTheIndexOfTheRowsThatAreNotDeleted() {
        stamp().create(Permit_Stamp_.TEXT.set("old")).block();
        stamp().delete().block();

        mapper.upsert(Stamp.of(1L, "inserted"), Permit_Stamp_.PERMIT_ID).block();
        mapper.upsert(Stamp.of(1L, "updated"), Permit_Stamp_.PERMIT_ID).block();
        assertThat(texts("true")).containsExactly("old", "updated");

        mapper.upsertAll(Flux.just(Stamp.of(1L, "a"), Stamp.of(1L, "b")), ConflictTarget.of(Permit_Stamp_.PERMIT_ID))
                .blockLast();
        assertThat(texts("true")).containsExactly("old", "b");

        assertThat(mapper.insertIfAbsent(Stamp.of(1L, "c"), Permit_Stamp_.PERMIT_ID)
                        .blockOptional())
                .isEmpty();
        assertThat(mapper.insertAllIfAbsent(Flux.just(Stamp.of(1L, "d")), ConflictTarget.of(Permit_Stamp_.PERMIT_ID))
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(texts("true")).containsExactly("old", "b");
    }

    @Test
    void theErrorOfAnIndexThatCountsDeletedRowsNamesWhatHelps() {
        database.postgres().execute("create unique index on stamps (permit_id)");
        Stamp old = stamp().create(Permit_Stamp_.TEXT.set("old")).block();
        stamp().delete().block();

        assertThatExceptionOfType(UniqueViolationException.class)
                .isThrownBy(() -> stamp().create(Permit_Stamp_.TEXT.set("new")).block())
                .withMessageContaining("Restore that row, delete it permanently");

        assertThat(mapper.deletePermanently(old).block()).isTrue();
        assertThat(stamp().create(Permit_Stamp_.TEXT.set("new")).block().text()).isEqualTo("new");
    }
}
