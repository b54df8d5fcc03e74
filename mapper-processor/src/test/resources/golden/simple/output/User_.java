package app;

import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.HasOneRelation;
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
 * The columns and relations of {@link User}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class User_ extends GeneratedModel<User> {
    private static final User_ model = new User_();

    public static final NumberColumn<User, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID GENERATED", null);

    public static final TextColumn<User> EMAIL = model.text("email", "email", SqlTypes.STRING, "", null);

    public static final HasOneRelation<User, Profile> PROFILE = model.<Profile>hasOne(model.<Profile>relation("profile", new EntityColumn<?, ?>[] {ID}));

    /**
     * The model of {@link User}.
     */
    public static final EntityModel<User> MODEL = model.model(null, "users", null);

    private User_() {
        super(User.class, 1);
    }

    /**
     * Starts a new {@link User} with its required members.
     */
    public static Draft<User> draft(
            String email) {
        return User_.model.start(new Object[] {email});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<User> copyOf(User entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        User entity = (User) object;
        switch (member) {
            case 0: return entity.id();
            case 1: return entity.email();
            case 2: return entity.profile();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new User(
                (Long) row.required(0),
                (String) row.required(1),
                (Mono<Profile>) handle(row, 2));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 2: return new EntityColumn<?, ?>[] {Profile_.USER_ID};
            default: throw outOfRange(member);
        }
    }
}
