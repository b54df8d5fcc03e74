package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Team}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Team_ extends GeneratedModel<Team> {
    private static final Team_ model = new Team_();

    public static final NumberColumn<Team, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID PRIMITIVE", null);

    public static final TextColumn<Team> NAME = model.text("name", "name", SqlTypes.STRING, "", null);

    /**
     * The model of {@link Team}.
     */
    public static final EntityModel<Team> MODEL = model.model(null, "team", null);

    private Team_() {
        super(Team.class, 1);
    }

    /**
     * Starts a new {@link Team} with its required members.
     */
    public static Draft<Team> draft(
            long id,
            String name) {
        return Team_.model.start(new Object[] {id, name});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Team> copyOf(Team entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Team entity = (Team) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.name();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Team(
                row.requiredLong(0),
                (String) row.required(1));
    }
}
