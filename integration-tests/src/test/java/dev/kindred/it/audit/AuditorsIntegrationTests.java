package dev.kindred.it.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.MappingException;
import dev.kindred.it.audit.Parcel.Keyed;
import dev.kindred.it.audit.Parcel.Named;
import dev.kindred.it.audit.Parcel.Numbered;
import dev.kindred.it.audit.Parcel.Tagged;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.RowFormat;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.ConflictTarget;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.spi.Auditor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;
import reactor.test.publisher.TestPublisher;

class AuditorsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Author.TABLES, Parcel.TABLES).resetBefore(Author.ROWS, Parcel.EMPTY);

    private final StatementRecorder recorder = new StatementRecorder();

    private ReactiveMapper mapper(Auditor auditor) {
        return ReactiveMapper.builder(database.newPool(1))
                .listener(recorder)
                .auditor(auditor)
                .build();
    }

    @ParameterizedTest
    @EnumSource(RowFormat.class)
    void haveAnyColumnType(RowFormat format) {
        UUID uuid = new UUID(1, 2);
        Parcel.User ada = new Parcel.User("ada");

        assertThat(write(format, 7L, new Numbered(1, 0, 0L))).isEqualTo(new Numbered(1, 7, 7L));
        assertThat(write(format, uuid, new Tagged(1, null, new UUID(0, 0)))).isEqualTo(new Tagged(1, uuid, uuid));
        assertThat(write(format, ada, new Named(1, null, new Parcel.User("x")))).isEqualTo(new Named(1, ada, ada));
    }

    private static <E> E write(RowFormat format, Object auditor, E entity) {
        ReactiveMapper mapper = ReactiveMapper.builder(format.newPool(database, 1))
                .auditor(context -> Mono.just(auditor))
                .build();
        E written = mapper.insertAll(List.of(entity)).blockLast();
        mapper.delete(written).block();
        mapper.copyIn(List.of(entity)).block();
        assertThat(mapper.update(entity).block()).isEqualTo(written);
        return written;
    }

    @Test
    void thatAreAbsentFailAWriteToAMemberThatIsNotNullable() {
        assertThatThrownBy(() -> mapper(context -> Mono.empty())
                        .insert(new Numbered(1, 5, 5L))
                        .block())
                .isInstanceOf(MappingException.class)
                .hasMessage("The operation has no auditor, but Numbered.createdBy is not nullable. Give the mapper an"
                        + " auditor that emits a value in this Context, or mark the member @Nullable.");
        assertThatThrownBy(() -> ReactiveMapper.create(database.pool())
                        .insertAll(List.of(new Numbered(1, 5, 5L)))
                        .blockLast())
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("The operation has no auditor, but Numbered.createdBy");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void ofAnotherTypeFailTheWrite() {
        assertThatThrownBy(() -> mapper(context -> Mono.just(7))
                        .insert(new Numbered(1, 5, 5L))
                        .block())
                .isInstanceOf(MappingException.class)
                .hasMessage("The auditor is a java.lang.Integer, but Numbered.createdBy is a java.lang.Long. Make the"
                        + " two types the same.");
        assertThat(recorder.count()).isZero();
    }

    @Test
    void thatThrowFailTheWrite() {
        IllegalStateException failure = new IllegalStateException("thrown");

        assertThatThrownBy(() -> mapper(context -> {
                            throw failure;
                        })
                        .copyIn(Flux.just(Article.of("new")))
                        .block())
                .isEqualTo(failure);
        assertThat(recorder.count()).isZero();
    }

    @Test
    void areAskedOnceForManyChunks() {
        List<String> asked = new ArrayList<>();
        ReactiveMapper mapper = mapper(context -> Mono.fromCallable(() -> {
            asked.add("asked");
            return "bob";
        }));

        mapper.insertAll(
                        Flux.range(0, 5).map(number -> Article.of("new " + number)),
                        ChunkOptions.defaults().size(2))
                .blockLast();

        assertThat(asked).hasSize(1);
    }

    @Test
    void areNotAskedForOtherOperations() {
        ReactiveMapper mapper = mapper(context -> Mono.error(new IllegalStateException("asked")));

        mapper.from(Article.class).preload(Article_.AUTHOR).all().blockLast();
        mapper.insert(new Plain(1)).block();
        mapper.insertAll(List.of(new Plain(2))).blockLast();
        mapper.delete(Plain.class).everything().execute().block();

        assertThat(recorder.count()).isPositive();
    }

    @Test
    void canReadInTheTransactionOfTheWrite() {
        ReactiveMapper plain = ReactiveMapper.create(database.newPool(1));
        List<ReactiveMapper> own = new ArrayList<>();
        own.add(mapper(context -> own.get(0).get(Author.class, 1L).map(Author::name)));

        Article outside = own.get(0).insert(Article.of("outside")).block();
        Article inside = own.get(0)
                .transactional(own.get(0)
                        .update(Author.class, 1L)
                        .set(Author_.NAME.set("inner"))
                        .execute()
                        .then(own.get(0).insert(Article.of("inside"))))
                .block();

        assertThat(outside.createdBy()).isEqualTo("one");
        assertThat(inside.createdBy()).isEqualTo("inner");
        assertThat(plain.get(Author.class, 1L).block().updatedBy()).isEqualTo("one");
    }

    @Test
    void areCancelledWithTheWrite() {
        PublisherProbe<Object> probe = PublisherProbe.of(Mono.never());
        ReactiveMapper mapper = mapper(context -> probe.mono());
        TestPublisher<Article> source = TestPublisher.create();

        StepVerifier.create(mapper.insert(Article.of("new"))).thenCancel().verify();
        probe.assertWasCancelled();
        StepVerifier.create(mapper.insertAll(source.flux()))
                .then(() -> source.next(Article.of("new")))
                .thenCancel()
                .verify();

        source.assertCancelled();
        assertThat(probe.subscribeCount()).isEqualTo(2);
        assertThat(recorder.count()).isZero();
    }

    @Test
    void areAPartOfTheKeyOfAnUpsert() {
        ReactiveMapper mapper = mapper(context -> Mono.just("bob"));

        List<Keyed> stored = mapper.upsertAll(
                        List.of(new Keyed(1, "a", "x"), new Keyed(2, "a", "y"), new Keyed(3, "b", null)),
                        ConflictTarget.of(List.of(Parcel_Keyed_.NAME, Parcel_Keyed_.OWNER)))
                .collectList()
                .block();

        assertThat(stored)
                .containsExactly(new Keyed(1, "a", "bob"), new Keyed(1, "a", "bob"), new Keyed(3, "b", "bob"));
    }

    @Test
    void cannotBeAssigned() {
        assertThatThrownBy(() -> mapper(context -> Mono.just("bob"))
                        .update(Article.class, 1L)
                        .set(Article_.CREATED_BY.set("eve"))
                        .execute()
                        .block())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("written by the mapper itself");
    }
}
