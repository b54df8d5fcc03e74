package dev.kindred.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.RowFormat;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.spi.EntityCallback;
import dev.kindred.reactor.spi.EntityWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which writes call a callback of all entities. */
@ParameterizedClass
@EnumSource(RowFormat.class)
class CallbackCallsIntegrationTests {

    @Parameter
    RowFormat format;

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Author.TABLES).resetBefore(Author.ROWS);

    private static final String INSERTED = "before INSERT Article, after INSERT Article";
    private static final String UPDATED = "before UPDATE Article, after UPDATE Article";
    private static final String UPSERTED = "before UPSERT Article, after UPSERT Article";
    private static final String DELETED = "before DELETE Article, after DELETE Article";

    /** The calls of each write. The other writes call nothing. */
    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("insert", INSERTED),
            Map.entry("insertIfAbsent", INSERTED),
            Map.entry("insertIfAbsent of a present row", "before INSERT Article"),
            Map.entry("insertAll", twice("INSERT")),
            Map.entry("insertAll with different columns", twice("INSERT")),
            Map.entry("insertAllIfAbsent", INSERTED),
            Map.entry("upsert of a new row", UPSERTED),
            Map.entry("save of a new row", INSERTED),
            Map.entry("upsert of a present row", UPSERTED),
            Map.entry("upsertAll", twice("UPSERT")),
            Map.entry("save", UPDATED),
            Map.entry("update", UPDATED),
            Map.entry("update of changes", UPDATED),
            Map.entry("update without changes", UPDATED),
            Map.entry("updateAll", UPDATED),
            Map.entry("delete", DELETED),
            Map.entry("deleteAll", DELETED),
            Map.entry("deletePermanently", DELETED),
            Map.entry("restore", "before RESTORE Article, after RESTORE Article"),
            Map.entry("list create of an entity", INSERTED),
            Map.entry("list createAll", twice("INSERT")),
            Map.entry("list save", UPSERTED),
            Map.entry("list saveAll", twice("UPSERT")),
            Map.entry("list replaceAll", UPSERTED),
            Map.entry("child save", "before UPSERT Biography, after UPSERT Biography"),
            Map.entry("child replace", "before UPSERT Biography, after UPSERT Biography"),
            Map.entry("linked createAll", "before INSERT Tag, after INSERT Tag"),
            Map.entry("parent and child", "before UPSERT Author, before UPSERT Biography, after UPSERT Author"),
            Map.entry("parent and list", "before UPSERT Author, before UPSERT Article, after UPSERT Author"),
            Map.entry("parents and children", "before INSERT Author, before INSERT Biography, after INSERT Author"),
            Map.entry("parents and lists", "before INSERT Author, before INSERT Article, after INSERT Author"));

    private final List<String> calls = new ArrayList<>();

    private static String twice(String write) {
        String before = "before " + write + " Article";
        String after = "after " + write + " Article";
        return String.join(", ", before, before, after, after);
    }

    static Stream<AuditedWrite> writes() {
        return Stream.concat(AuditedWrites.all(), AuditedRelationWrites.all());
    }

    @ParameterizedTest
    @MethodSource("writes")
    void areThoseOfWritesOfEntities(AuditedWrite write) {
        StatementRecorder recorder = new StatementRecorder();
        ReactiveMapper mapper = ReactiveMapper.builder(format.newPool(database, 1))
                .listener(recorder)
                .auditor(context -> Mono.just("bob"))
                .entityCallback(new Recording())
                .build();

        Flux.from(write.work().apply(mapper)).collectList().block();

        assertThat(String.join(", ", calls)).isEqualTo(CALLS.getOrDefault(write.name(), ""));
        write.rows()
                .forEach(row -> assertThat(AuditedWritesIntegrationTests.audit(database, row.getKey()))
                        .as(row.getKey())
                        .isEqualTo(row.getValue()));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void ofOtherTypesAddNoStatement(AuditedWrite write) {
        assertThat(statements(write, true)).isEqualTo(statements(write, false));
    }

    private List<String> statements(AuditedWrite write, boolean callback) {
        database.postgres().execute(Author.ROWS);
        StatementRecorder recorder = new StatementRecorder();
        var builder = ReactiveMapper.builder(format.newPool(database, 1)).listener(recorder);
        if (callback) {
            builder.entityCallback(new OfPlain());
        }
        Flux.from(write.work().apply(builder.build())).collectList().block();
        return recorder.texts();
    }

    /** Records the calls for all entities. */
    private final class Recording implements EntityCallback<Object> {

        @Override
        public Class<Object> type() {
            return Object.class;
        }

        @Override
        public Mono<Object> before(Object entity, EntityWrite write) {
            calls.add("before " + write + " " + entity.getClass().getSimpleName());
            return Mono.just(entity);
        }

        @Override
        public Mono<Void> after(Object entity, EntityWrite write) {
            return Mono.fromRunnable(
                    () -> calls.add("after " + write + " " + entity.getClass().getSimpleName()));
        }
    }

    /** Is called for another entity. */
    private static final class OfPlain implements EntityCallback<Plain> {

        @Override
        public Class<Plain> type() {
            return Plain.class;
        }
    }
}
