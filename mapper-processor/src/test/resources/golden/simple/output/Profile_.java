package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.BelongsToRelation;
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
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Profile}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Profile_ extends GeneratedModel<Profile> {
    private static final Profile_ model = new Profile_();

    public static final NumberColumn<Profile, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID GENERATED", null);

    public static final NumberColumn<Profile, Long> USER_ID = model.<Long>number("userId", "user_id", SqlTypes.LONG, "NULLABLE", null);

    public static final TextColumn<Profile> NAME = model.text("name", "name", SqlTypes.STRING, "", null);

    public static final TextColumn<Profile> TELEPHONE = model.text("telephone", "telephone", SqlTypes.STRING, "NULLABLE", null);

    public static final TextColumn<Profile> LOCALE = model.text("locale", "locale", SqlTypes.STRING, "", null);

    public static final BelongsToRelation<Profile, User> USER = model.<User>belongsTo(model.<User>relation("user", new EntityColumn<?, ?>[] {USER_ID}));

    /**
     * The model of {@link Profile}.
     */
    public static final EntityModel<Profile> MODEL = model.model(null, "profiles", null);

    private Profile_() {
        super(Profile.class, 1);
    }

    /**
     * Starts a new {@link Profile} with its required members.
     */
    public static Draft<Profile> draft(
            String name,
            String locale) {
        return Profile_.model.start(new Object[] {name, locale});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Profile> copyOf(Profile entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Profile entity = (Profile) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.userId();
            case 2: return entity.name();
            case 3: return entity.telephone();
            case 4: return entity.locale();
            case 5: return entity.user();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Profile(
                (Long) row.required(0),
                (Long) row.nullable(1),
                (String) row.required(2),
                (String) row.nullable(3),
                (String) row.required(4),
                (Mono<User>) handle(row, 5));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 5: return new EntityColumn<?, ?>[] {User_.ID};
            default: throw outOfRange(member);
        }
    }
}
