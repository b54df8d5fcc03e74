package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.KindredRepository;
import dev.kindred.annotation.Table;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.EntityColumn;
import dev.kindred.reactor.EntityRepository;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Runs the code of the guide about repositories, verbatim. */
class RepositoryReadmeIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES,
                    "create table lines (order_id bigint, number integer, article text not null,"
                            + " primary key (order_id, number))")
            .resetBefore(Schema.EMPTY, "truncate lines", Schema.users(3));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.newPool(1)).listener(recorder).build();
    }

    @Test
    void theMapperCreatesARepository() {
        Users users = mapper.repository(Users.class);

        Mono<String> name = users.find(2L).flatMap(User::profile).map(Profile::name);

        assertThat(name.block()).isEqualTo("name 2");
        assertThat(recorder.count()).isEqualTo(2);
        assertThat(users.byEmail("user3@example.org").block().id()).isEqualTo(3);
        assertThat(users.withProfiles().concatMap(User::profile).count().block())
                .isEqualTo(3);
        assertThat(users.list(2, null).block().rows()).hasSize(2);
        assertThat(users.register("jane@example.org", "Jane")
                        .flatMap(User::profile)
                        .block()
                        .name())
                .isEqualTo("Jane");
    }

    @Test
    void aBaseHasTypeParameters() {
        Profiles profiles = mapper.repository(Profiles.class);

        assertThat(profiles.withIds(Profile_.ID, List.of(1L, 3L))
                        .map(Profile::name)
                        .collectList()
                        .block())
                .containsExactlyInAnyOrder("name 1", "name 3");
        StepVerifier.create(profiles.save(new Profile(null, 1L, " ", null, "en", null)))
                .verifyErrorMessage("name must not be blank");
        assertThat(profiles.save(new Profile(null, 1L, "Ann", null, "en", null))
                        .block()
                        .name())
                .isEqualTo("Ann");
    }

    @Test
    void aCompositeKeyIsARecord() {
        Lines lines = mapper.repository(Lines.class);
        lines.insert(new Line(7L, 2, "pen")).block();

        Mono<Line> line = lines.get(new LineKey(7L, 2));

        assertThat(line.block().article()).isEqualTo("pen");
    }

    interface ByIds<E, K> extends EntityRepository<E, K> {

        default Flux<E> withIds(EntityColumn<E, K> column, List<K> ids) {
            return query().where(column.in(ids)).all();
        }
    }

    @KindredRepository
    interface Profiles extends ByIds<Profile, Long> {

        @Override
        default Mono<Profile> save(Profile profile) {
            return profile.name().isBlank()
                    ? Mono.error(new IllegalArgumentException("name must not be blank"))
                    : ByIds.super.save(profile);
        }
    }

    @Table("lines")
    record Line(@Id Long orderId, @Id Integer number, String article) {}

    record LineKey(Long orderId, Integer number) {}

    @KindredRepository
    interface Lines extends EntityRepository<Line, LineKey> {}
}
