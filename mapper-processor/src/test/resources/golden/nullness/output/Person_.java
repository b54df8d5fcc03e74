package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.ComparableColumn;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
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
@SuppressWarnings({"all", "unchecked"})
public final class Person_ extends GeneratedModel<Person> {
    private static final Person_ model = new Person_();

    public static final NumberColumn<Person, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID", null);

    public static final TextColumn<Person> NICK = model.text("nick", "nick", SqlTypes.STRING, "NULLABLE", null);

    public static final ComparableColumn<Person, Instant> SEEN = model.<Instant>comparable("seen", "seen", SqlTypes.INSTANT, "NULLABLE", null);

    public static final EntityColumn<Person, String[]> TAGS = model.<String[]>plain("tags", "tags", SqlTypes.array(SqlTypes.STRING, String[].class), "NULLABLE", null);

    public static final EntityColumn<Person, String[]> GAPS = model.<String[]>plain("gaps", "gaps", SqlTypes.array(SqlTypes.STRING, String[].class), "", null);

    public static final EntityColumn<Person, List<String>> LIST = model.<List<String>>plain("list", "list", SqlTypes.<String>list(SqlTypes.STRING), "", null);

    public static final TextColumn<Person> MARKED = model.text("marked", "marked", SqlTypes.STRING, "NULLABLE", null);

    /**
     * The model of {@link Person}.
     */
    public static final EntityModel<Person> MODEL = model.model(null, "person", null);

    private Person_() {
        super(Person.class, 1);
    }

    /**
     * Starts a new {@link Person} with its required members.
     */
    public static Draft<Person> draft(
            Long id,
            String[] gaps,
            List<String> list) {
        return Person_.model.start(new Object[] {id, gaps, list});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Person> copyOf(Person entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Person entity = (Person) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.nick();
            case 2: return entity.seen();
            case 3: return entity.tags();
            case 4: return entity.gaps();
            case 5: return entity.list();
            case 6: return entity.marked();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Person(
                (Long) row.required(0),
                (String) row.nullable(1),
                (Instant) row.nullable(2),
                (String[]) row.nullable(3),
                (String[]) row.required(4),
                (List<String>) row.required(5),
                (String) row.nullable(6));
    }
}
