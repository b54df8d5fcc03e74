package dev.kindred.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.ForeignKeyViolationException;
import dev.kindred.error.MappingException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SchemaOperations;
import dev.kindred.schema.Finding;
import dev.kindred.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tables, keys and indexes of pivots, and the check of a database that has them. */
class PathSchemaIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create().resetBefore("""
                    drop schema public cascade;
                    drop schema if exists school cascade;
                    create schema public;
                    """);

    private static final Class<?>[] ENTITIES = {
        Course.class,
        Booking.class,
        Person.class,
        Team.class,
        Membership.class,
        Follow.class,
        Purchase.class,
        Invoice.class,
        Tag.class
    };

    private SchemaOperations schema;

    @BeforeEach
    void create() {
        schema = ReactiveMapper.create(database.pool()).schema(ENTITIES);
    }

    @Test
    void theTableOfPairsHasBothForeignKeysAndAnIndexForEachDirection() {
        assertThat(Schema.of(ENTITIES).ddl()).contains("""
                        CREATE TABLE "person_tag" (
                            "person_id" bigint NOT NULL,
                            "tag_id" bigint NOT NULL,
                            CONSTRAINT "person_tag_pkey" PRIMARY KEY ("person_id", "tag_id"),
                            CONSTRAINT "person_tag_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people" ("id")\
                         ON DELETE CASCADE,
                            CONSTRAINT "person_tag_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tags" ("id")\
                         ON DELETE CASCADE
                        );
                        """, """
                        CREATE INDEX "person_tag_tag_id_idx" ON "person_tag" ("tag_id");
                        """, """
                        CREATE TABLE "school"."course_tag" (
                            "of_faculty" varchar(8) NOT NULL,
                            "of_number" integer NOT NULL,
                            "tag" bigint NOT NULL,
                            CONSTRAINT "course_tag_pkey" PRIMARY KEY ("of_faculty", "of_number", "tag"),
                            CONSTRAINT "course_tag_of_faculty_of_number_fkey" FOREIGN KEY ("of_faculty", "of_number")\
                         REFERENCES "school"."courses" ("faculty", "number") ON DELETE RESTRICT,
                            CONSTRAINT "course_tag_tag_fkey" FOREIGN KEY ("tag") REFERENCES "tags" ("id")\
                         ON DELETE RESTRICT
                        );
                        """, """
                        CREATE UNIQUE INDEX "bookings_person_id_faculty_course_number_key" ON "school"."bookings"\
                         ("person_id", "faculty", "course_number") WHERE "cancelled_at" IS NULL;
                        """);
    }

    @Test
    void aCreatedSchemaHasNoDifferences() {
        schema.create().block();

        assertThat(schema.verify().block().findings()).isEmpty();
    }

    @Test
    void keysOfSeveralColumnsAreLinkedInTheirOrder() {
        schema.create().block();
        database.postgres().execute("""
                insert into school.courses values ('a', 1, 'one'), ('b', 1, 'two'), ('a', 2, 'three');
                insert into tags values (1, 'x'), (2, 'y');
                insert into school.course_tag values ('a', 1, 1), ('a', 1, 2), ('b', 1, 2);
                insert into people (name) values ('ann');
                insert into school.bookings (person_id, faculty, course_number, cancelled_at)
                    values (1, 'a', 2, null), (1, 'b', 1, now());
                """);
        ReactiveMapper mapper = ReactiveMapper.create(database.pool());
        List<Course> courses = mapper.from(Course.class)
                .orderBy(Course_.TITLE.asc())
                .all()
                .collectList()
                .block();

        assertThat(mapper.aggregate(courses, List.of(Course_.TAGS.count(), Course_.PEOPLE.count()))
                        .map(row ->
                                row.entity().title() + row.get(Course_.TAGS.count()) + row.get(Course_.PEOPLE.count()))
                        .collectList()
                        .block())
                .containsExactly("one20", "three01", "two10");
        assertThat(mapper.related(courses.get(0), Course_.TAGS)
                        .query()
                        .all()
                        .map(Tag::word)
                        .collectList()
                        .block())
                .containsExactly("x", "y");
        assertThat(mapper.related(Course.class, List.of("a", 2), Course_.PEOPLE)
                        .query()
                        .count()
                        .block())
                .isEqualTo(1);
        assertThat(mapper.from(Course.class)
                        .whereHas(Course_.TAGS, tags -> tags.where(Tag_.WORD.eq("x")))
                        .all()
                        .map(Course::title)
                        .collectList()
                        .block())
                .containsExactly("one");
    }

    @Test
    void aTableHasOneEntityOrOnePairOfKeys() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Schema.of(Stray.class, Membership.class))
                .withMessage("Stray.members has the pivot table memberships, which is the table of Membership. Use"
                        + " @ManyToMany(through = \"..\") with a @HasMany member of Membership.");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Schema.of(Stray.class, Person.class))
                .withMessage("Person.tags and Stray.tagged have the same pivot table, person_tag, with different"
                        + " columns, [person_id, tag_id] and [stray_id, person_id]. Name the same columns with"
                        + " sourceColumns and targetColumns.");
    }

    @Test
    void aRowThatAPivotReferencesNamesTheRelation() {
        schema.create().block();
        database.postgres().execute("""
                insert into school.courses values ('a', 1, 'one');
                insert into tags values (1, 'x');
                insert into school.course_tag values ('a', 1, 1);
                """);
        ReactiveMapper mapper = ReactiveMapper.create(database.pool());

        assertThatExceptionOfType(ForeignKeyViolationException.class)
                .isThrownBy(() ->
                        mapper.delete(mapper.from(Course.class).one().block()).block())
                .withMessageStartingWith("The Course still has tags (Course.tags).");
    }

    @Test
    void eachMissingPartIsReportedWithItsRemedy() {
        schema.create().block();
        database.postgres().execute("""
                drop index school.bookings_person_id_faculty_course_number_key;
                drop index person_tag_tag_id_idx;
                alter table person_tag drop constraint person_tag_pkey;
                alter table person_tag drop constraint person_tag_tag_id_fkey;
                drop table school.course_tag;
                """);

        List<Finding> findings = schema.verify().block().findings();

        assertThat(findings)
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(
                        Finding.Kind.MISSING_LIVE_KEY,
                        Finding.Kind.MISSING_PRIMARY_KEY,
                        Finding.Kind.MISSING_INDEX,
                        Finding.Kind.MISSING_FOREIGN_KEY,
                        Finding.Kind.MISSING_TABLE);
        assertThat(findings)
                .filteredOn(finding -> finding.kind() == Finding.Kind.MISSING_TABLE)
                .singleElement()
                .satisfies(finding -> assertThat(finding.member()).isEqualTo("Course.tags"));
        assertThat(findings)
                .filteredOn(finding -> finding.kind() == Finding.Kind.MISSING_LIVE_KEY)
                .singleElement()
                .satisfies(finding -> assertThat(finding.member()).isEqualTo("Course.people"));
        findings.forEach(finding -> finding.remedy().forEach(database.postgres()::execute));
        assertThat(schema.verify().block().findings()).isEmpty();
    }
}
