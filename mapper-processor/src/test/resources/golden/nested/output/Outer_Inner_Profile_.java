package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Outer.Inner.Profile}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
final class Outer_Inner_Profile_ extends GeneratedModel<Outer.Inner.Profile> {
    private static final Outer_Inner_Profile_ model = new Outer_Inner_Profile_();

    public static final NumberColumn<Outer.Inner.Profile, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID", null);

    public static final NumberColumn<Outer.Inner.Profile, Long> USER_ID = model.<Long>number("userId", "user_id", SqlTypes.LONG, "", null);

    public static final BelongsToRelation<Outer.Inner.Profile, Outer.User> USER = model.<Outer.User>belongsTo(model.<Outer.User>relation("user", new EntityColumn<?, ?>[] {USER_ID}));

    /**
     * The model of {@link Outer.Inner.Profile}.
     */
    public static final EntityModel<Outer.Inner.Profile> MODEL = model.model(null, "profile", null);

    private Outer_Inner_Profile_() {
        super(Outer.Inner.Profile.class, 1);
    }

    /**
     * Starts a new {@link Outer.Inner.Profile} with its required members.
     */
    public static Draft<Outer.Inner.Profile> draft(
            Long id,
            Long userId) {
        return Outer_Inner_Profile_.model.start(new Object[] {id, userId});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Outer.Inner.Profile> copyOf(Outer.Inner.Profile entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Outer.Inner.Profile entity = (Outer.Inner.Profile) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.userId();
            case 2: return entity.user();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Outer.Inner.Profile(
                (Long) row.required(0),
                (Long) row.required(1),
                (Mono<Outer.User>) handle(row, 2));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 2: return new EntityColumn<?, ?>[] {Outer_User_.ID};
            default: throw outOfRange(member);
        }
    }
}
