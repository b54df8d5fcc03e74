package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Outer.User}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Outer_User_ extends GeneratedModel<Outer.User> {
    private static final Outer_User_ model = new Outer_User_();

    public static final NumberColumn<Outer.User, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID", null);

    public static final EntityColumn<Outer.User, Outer.Mood> MOOD = model.<Outer.Mood>plain("mood", "mood", SqlTypes.<Outer.Mood>enumAsText(Outer.Mood.class), "", null);

    public static final HasOneRelation<Outer.User, Outer.Inner.Profile> PROFILE = model.<Outer.Inner.Profile>hasOne(model.<Outer.Inner.Profile>relation("profile", new EntityColumn<?, ?>[] {ID}));

    /**
     * The model of {@link Outer.User}.
     */
    public static final EntityModel<Outer.User> MODEL = model.model(null, "user", null);

    private Outer_User_() {
        super(Outer.User.class, 1);
    }

    /**
     * Starts a new {@link Outer.User} with its required members.
     */
    public static Draft<Outer.User> draft(
            Long id,
            Outer.Mood mood) {
        return Outer_User_.model.start(new Object[] {id, mood});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Outer.User> copyOf(Outer.User entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Outer.User entity = (Outer.User) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.mood();
            case 2: return entity.profile();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Outer.User(
                (Long) row.required(0),
                (Outer.Mood) row.required(1),
                (Mono<Outer.Inner.Profile>) handle(row, 2));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 2: return new EntityColumn<?, ?>[] {Outer_Inner_Profile_.USER_ID};
            default: throw outOfRange(member);
        }
    }
}
