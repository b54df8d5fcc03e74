package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.MappingException;
import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.error.StaleVersionException;
import dev.kindred.it.entity.Country;
import dev.kindred.it.entity.Country_;
import dev.kindred.it.entity.Desk;
import dev.kindred.it.entity.Desk_;
import dev.kindred.it.entity.Flag;
import dev.kindred.it.entity.Flag_;
import dev.kindred.it.entity.KeySchema;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Room;
import dev.kindred.it.entity.Room_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class UnusualShapesIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES,
                    KeySchema.TABLES,
                    Membership.TABLE,
                    Lease.TABLE,
                    Student.TABLES,
                    Wearer.TABLES,
                    "create table loose (name text)")
            .resetBefore(Schema.EMPTY, KeySchema.EMPTY, "truncate memberships, leases, child, parent, wearers, badges");

    private static final Membership HERE = new Membership(new UUID(1, 1), (short) 1);
    private static final Membership GONE = new Membership(new UUID(2, 2), (short) 2);

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.builder(database.pool()).listener(recorder).build();
    }

    private static long count(String table) {
        return database.postgres().queryLong("select count(*) from " + table);
    }

    @Test
    void entitiesWithoutAColumnBesidesTheirKeyAreWritten() {
        assertThat(mapper.insertAll(Flux.just(HERE)).collectList().block()).containsExactly(HERE);
        assertThat(mapper.upsertAll(Flux.just(HERE, GONE, HERE)).collectList().block())
                .containsExactly(HERE, GONE, HERE);
        assertThat(mapper.updateAll(Flux.just(HERE, GONE)).collectList().block())
                .containsExactly(HERE, GONE);
        assertThat(mapper.deleteAll(Flux.just(GONE, GONE)).block()).isEqualTo(1);
        assertThat(count("memberships")).isEqualTo(1);
        assertThatThrownBy(() -> mapper.update(GONE).block()).isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void anUpdateOfManyMissesARowThatHasNothingBesidesItsKeyToo() {
        mapper.insert(HERE).block();

        assertThatThrownBy(() ->
                        mapper.updateAll(Flux.just(HERE, GONE)).collectList().block())
                .isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void aSaveMissesARowThatHasNothingBesidesItsKeyToo() {
        assertThatThrownBy(() -> mapper.save(new Wearer(77L, null)).block())
                .isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void aVersionAloneIsRaisedAndComparedInEveryWrite() {
        List<Lease> stored = mapper.insertAll(Flux.range(1, 3).map(i -> new Lease(BigDecimal.valueOf(i), (short) 0)))
                .collectList()
                .block();

        List<Lease> updated =
                mapper.updateAll(Flux.fromIterable(stored)).collectList().block();

        assertThat(updated).extracting(Lease::version).containsOnly((short) 1);
        assertThat(count("leases where version = 1")).isEqualTo(3);
        assertThatThrownBy(() -> mapper.updateAll(Flux.fromIterable(stored))
                        .collectList()
                        .block())
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> mapper.deleteAll(Flux.fromIterable(stored)).block())
                .isInstanceOf(StaleVersionException.class);
        assertThat(mapper.upsertAll(Flux.fromIterable(updated)).collectList().block())
                .extracting(Lease::version)
                .containsOnly((short) 2);
        assertThat(mapper.update(new Lease(new BigDecimal("1.00"), (short) 2))
                        .block()
                        .version())
                .isEqualTo((short) 3);
        assertThat(count("leases")).isEqualTo(3);
    }

    @Test
    void theSameNumberWithOtherZerosIsTheSameRow() {
        mapper.insert(new Lease(new BigDecimal("5.0"), (short) 0)).block();

        assertThat(mapper.updateAll(Flux.just(new Lease(new BigDecimal("5.000"), (short) 0)))
                        .collectList()
                        .block())
                .extracting(Lease::version)
                .containsExactly((short) 1);
        assertThat(mapper.deleteAll(Flux.just(new Lease(new BigDecimal("5"), (short) 1)))
                        .block())
                .isEqualTo(1);
    }

    @Test
    void anUnsavedParentWithoutTheKeyThatIsPointedAtIsNotStoredWithAChildThatPointsNowhere() {
        Country nowhere = new Country(null, null, "nowhere", null);

        assertThatThrownBy(() -> mapper.related(nowhere, Country_.FLAG)
                        .create(Flag_.COLOURS.set("red"))
                        .block())
                .isInstanceOf(RelationKeyMissingException.class);
        assertThatThrownBy(() -> mapper.save(nowhere, Country_.FLAG.child(new Flag(null, "x", "red", null)))
                        .block())
                .isInstanceOf(RelationKeyMissingException.class);
        assertThatThrownBy(() -> mapper.related(new Flag(null, null, "red", null), Flag_.COUNTRY)
                        .associate(nowhere)
                        .block())
                .isInstanceOf(RelationKeyMissingException.class);
        assertThat(count("flags")).isZero();
        assertThat(count("countries")).isZero();
    }

    @Test
    void aPayloadOfNothingButTheForeignKeyChangesNothing() {
        User user = mapper.insert(User.of("user")).block();
        User other = mapper.insert(User.of("other")).block();
        Profile profile = mapper.related(user, User_.PROFILE)
                .create(Profile_.NAME.set("a"))
                .block();

        assertThat(mapper.related(user, User_.PROFILE)
                        .update(Profile_.USER_ID.set(other.id()))
                        .block())
                .isEqualTo(profile);
        assertThat(mapper.related(user, User_.PROFILE)
                        .updateOrCreate(Profile_.USER_ID.set(other.id()))
                        .block())
                .isEqualTo(profile);
        assertThat(count("profiles where user_id = " + user.id())).isEqualTo(1);
    }

    @Test
    void aSearchThatNamesAnotherParentIsOneForTheChildOfThisOne() {
        User user = mapper.insert(User.of("user")).block();
        User other = mapper.insert(User.of("other")).block();
        var search = mapper.related(user, User_.PROFILE).matching(Profile_.USER_ID.set(other.id()));

        Profile first = search.firstOrCreate(Profile_.NAME.set("a")).block();
        Profile second = search.firstOrCreate(Profile_.NAME.set("b")).block();
        Profile third = search.updateOrCreate(Profile_.NAME.set("c")).block();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(third.id()).isEqualTo(first.id());
        assertThat(count("profiles")).isEqualTo(1);
    }

    @Test
    void manyCallersEndWithOneRowWhereTheUniqueIndexIsCheckedAtTheEnd() {
        Student student = mapper.insert(new Student(null, "student", null)).block();

        List<Guardian> found = Flux.range(0, 64)
                .flatMap(
                        i -> mapper.related(student, Student_.GUARDIAN)
                                .firstOrCreate(Guardian_.NAME.set("g" + i))
                                .subscribeOn(Schedulers.parallel()),
                        64)
                .collectList()
                .block();

        assertThat(found)
                .extracting(Guardian::id)
                .hasSize(64)
                .containsOnly(found.get(0).id());
        assertThat(count("parent")).isEqualTo(1);
    }

    @Test
    void tablesMayBeNamedParentAndChild() {
        Guardian made = mapper.related(new Student(null, "a", null), Student_.GUARDIAN)
                .create(Guardian_.NAME.set("g"))
                .block();
        Guardian associated = mapper.related(new Guardian(null, null, "h", null), Guardian_.STUDENT)
                .associate(new Student(null, "b", null))
                .block();

        assertThat(made.studentId()).isNotNull();
        assertThat(associated.studentId()).isNotNull();
        assertThat(count("child")).isEqualTo(2);
    }

    @Test
    void associateOfAChildWithAnAssignedKeyWritesItsForeignKeyOnly() {
        Wearer first = mapper.insert(new Wearer(null, null)).block();
        Wearer second = mapper.insert(new Wearer(null, null)).block();
        mapper.related(first, Wearer_.BADGE)
                .save(new Badge("x", null, "red", null))
                .block();
        database.postgres().execute("update badges set colour = 'blue'");

        Badge moved = mapper.related(second, Wearer_.BADGE)
                .associate(new Badge("x", null, "red", null))
                .block();
        Badge fresh = mapper.related(first, Wearer_.BADGE)
                .associate(new Badge("y", null, "green", null))
                .block();

        assertThat(moved.ownerId()).isEqualTo(second.id());
        assertThat(moved.colour()).isEqualTo("blue");
        assertThat(fresh).extracting(Badge::ownerId, Badge::colour).containsExactly(first.id(), "green");
    }

    @Test
    void anUpsertOfEntitiesWithoutAKeyIsAnErrorOfTheMapping() {
        assertThatThrownBy(() -> mapper.upsertAll(Flux.just(new Loose("a")))
                        .collectList()
                        .block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("@Id");
        assertThatThrownBy(() -> mapper.upsert(new Loose("a")).block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("@Id");
        assertThatThrownBy(() -> mapper.updateAll(Flux.just(new Loose("a")))
                        .collectList()
                        .block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("@Id");
        assertThatThrownBy(() -> mapper.deleteAll(Flux.just(new Loose("a"))).block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("@Id");
        assertThat(mapper.insertAll(Flux.just(new Loose("a"), new Loose("a")))
                        .collectList()
                        .block())
                .hasSize(2);
    }

    @Test
    void theChildOfAKeyOfSeveralColumnsIsWrittenInEveryWay() {
        Room room = mapper.insert(new Room("A", 1, "a", null)).block();
        Room other = mapper.insert(new Room("A", 2, "b", null)).block();
        var desk = mapper.related(room, Room_.DESK);

        assertThat(desk.firstOrCreate(Desk_.ID.set(1L)).block().roomNumber()).isEqualTo(1);
        assertThat(desk.updateOrCreate(Desk_.ID.set(2L)).block().id()).isEqualTo(2);
        assertThat(desk.replace(new Desk(3L, "B", 9, null)).block())
                .extracting(Desk::building, Desk::roomNumber)
                .containsExactly("A", 1);
        assertThat(count("desks")).isEqualTo(1);
        assertThat(desk.replace(new Desk(4L, "B", 9, null), dev.kindred.reactor.OrphanPolicy.SET_NULL)
                        .block()
                        .id())
                .isEqualTo(4);
        assertThat(count("desks where building is null and room_number is null"))
                .isEqualTo(1);
        assertThat(mapper.related(other, Room_.DESK).delete().block()).isFalse();
        assertThat(desk.dissociate().block())
                .extracting(Desk::building, Desk::roomNumber)
                .containsExactly(null, null);
        assertThat(desk.delete().block()).isFalse();
    }
}
