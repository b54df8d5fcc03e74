package app;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.RowValues;
import dev.kindred.model.TextColumn;
import dev.kindred.type.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.time.Instant;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Person}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Person_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Person, Long> ID = NumberColumn.<Person, Long>of(ColumnDefinition.<Person, Long>of(
            Person.class, "id", "id", SqlTypes.LONG, Person::id)
            .with(ColumnTrait.ID));

    /**
     * The column of {@code nick}.
     */
    public static final TextColumn<Person> NICK = TextColumn.<Person>of(ColumnDefinition.<Person, String>of(
            Person.class, "nick", "nick", SqlTypes.STRING, Person::nick)
            .with(ColumnTrait.NULLABLE));

    /**
     * The column of {@code seen}.
     */
    public static final ComparableColumn<Person, Instant> SEEN = ComparableColumn.<Person, Instant>of(ColumnDefinition.<Person, Instant>of(
            Person.class, "seen", "seen", SqlTypes.INSTANT, Person::seen)
            .with(ColumnTrait.NULLABLE));

    /**
     * The column of {@code tags}.
     */
    public static final EntityColumn<Person, String[]> TAGS = ColumnDefinition.<Person, String[]>of(
            Person.class, "tags", "tags", SqlTypes.array(SqlTypes.STRING, String[].class), Person::tags)
            .with(ColumnTrait.NULLABLE)
            .column();

    /**
     * The column of {@code gaps}.
     */
    public static final EntityColumn<Person, String[]> GAPS = ColumnDefinition.<Person, String[]>of(
            Person.class, "gaps", "gaps", SqlTypes.array(SqlTypes.STRING, String[].class), Person::gaps)
            .column();

    /**
     * The column of {@code list}.
     */
    public static final EntityColumn<Person, List<String>> LIST = ColumnDefinition.<Person, List<String>>of(
            Person.class, "list", "list", SqlTypes.<String>list(SqlTypes.STRING), Person::list)
            .column();

    /**
     * The column of {@code marked}.
     */
    public static final TextColumn<Person> MARKED = TextColumn.<Person>of(ColumnDefinition.<Person, String>of(
            Person.class, "marked", "marked", SqlTypes.STRING, Person::marked)
            .with(ColumnTrait.NULLABLE));

    /**
     * What the mapper knows of {@link Person}.
     */
    public static final EntityModel<Person> MODEL = EntityModel.<Person>of(
            Person.class,
            TableName.of("person"),
            List.<EntityColumn<Person, ?>>of(ID, NICK, SEEN, TAGS, GAPS, LIST, MARKED),
            List.<Relation<Person, ?>>of(),
            Person_::instantiate);

    private Person_() {
    }

    /**
     * Starts a new {@link Person} with the members that it must have.
     */
    public static Draft<Person> draft(Long id, String[] gaps, List<String> list) {
        return Draft.<Person>of(Person_.MODEL, new Object[] {id, gaps, list});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Person> with(Person entity) {
        return Draft.<Person>with(MODEL, entity);
    }

    private static Person instantiate(RowValues<Person> row) {
        return new Person(
                row.<Long>required(0, ID),
                row.<String>nullable(1, NICK),
                row.<Instant>nullable(2, SEEN),
                row.<String[]>nullable(3, TAGS),
                row.<String[]>required(4, GAPS),
                row.<List<String>>required(5, LIST),
                row.<String>nullable(6, MARKED));
    }
}
