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
 * The columns and relations of {@link Membership}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class Membership_ extends GeneratedModel<Membership> {
    private static final Membership_ model = new Membership_();

    public static final NumberColumn<Membership, Long> USER_ID = model.<Long>number("userId", "user_id", SqlTypes.LONG, "ID PRIMITIVE", null);

    public static final NumberColumn<Membership, Long> TEAM_ID = model.<Long>number("teamId", "team_id", SqlTypes.LONG, "ID PRIMITIVE", null);

    public static final TextColumn<Membership> ROLE = model.text("role", "role", SqlTypes.STRING, "", null);

    public static final BelongsToRelation<Membership, User> USER = model.<User>belongsTo(model.<User>relation("user", new EntityColumn<?, ?>[] {USER_ID}));

    public static final BelongsToRelation<Membership, Team> TEAM = model.<Team>belongsTo(model.<Team>relation("team", new EntityColumn<?, ?>[] {TEAM_ID}));

    /**
     * The model of {@link Membership}.
     */
    public static final EntityModel<Membership> MODEL = model.model(null, "membership", null);

    private Membership_() {
        super(Membership.class, 1);
    }

    /**
     * Starts a new {@link Membership} with its required members.
     */
    public static Draft<Membership> draft(
            long userId,
            long teamId,
            String role) {
        return Membership_.model.start(new Object[] {userId, teamId, role});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Membership> copyOf(Membership entity) {
        return model.copy(entity);
    }

    protected Object get(Object object, int member) {
        Membership entity = (Membership) object;
        switch (member) {
            case 0: return entity.userId();
            case 1: return entity.teamId();
            case 2: return entity.role();
            case 3: return entity.user();
            case 4: return entity.team();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new Membership(
                row.requiredLong(0),
                row.requiredLong(1),
                (String) row.required(2),
                (Mono<User>) handle(row, 3),
                (Mono<Team>) handle(row, 4));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 3: return new EntityColumn<?, ?>[] {User_.ID};
            case 4: return new EntityColumn<?, ?>[] {Team_.ID};
            default: throw outOfRange(member);
        }
    }
}
