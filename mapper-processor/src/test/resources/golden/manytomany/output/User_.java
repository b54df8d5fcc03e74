package app;

import dev.kindred.annotation.OnDelete;
import dev.kindred.internal.model.RowValues;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GeneratedModel;
import dev.kindred.model.HasManyRelation;
import dev.kindred.model.ManyToManyRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.PivotRelation;
import dev.kindred.model.Relation;
import dev.kindred.model.SortOrder;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Flux;

/**
 * The columns and relations of {@link User}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "unchecked"})
public final class User_ extends GeneratedModel<User> {
    private static final User_ model = new User_();

    public static final NumberColumn<User, Long> ID = model.<Long>number("id", "id", SqlTypes.LONG, "ID GENERATED NULLABLE", null);

    public static final PivotRelation<User, Team, Membership> TEAMS = model.<Team, Membership>manyToManyOver(model.<Team>path("teams", () -> List.<Relation<?, ?>>of(User_.MEMBERSHIPS, Membership_.TEAM))
            .orderBy(() -> List.<SortOrder<Team>>of(Team_.NAME.desc()))
            .meta("label", "Teams"));

    public static final HasManyRelation<User, Membership> MEMBERSHIPS = model.<Membership>hasMany(model.<Membership>relation("memberships", new EntityColumn<?, ?>[] {ID}));

    public static final HasManyRelation<User, Follow> FOLLOWED = model.<Follow>hasMany(model.<Follow>relation("followed", new EntityColumn<?, ?>[] {ID}));

    public static final HasManyRelation<User, Follow> FOLLOWED_BY = model.<Follow>hasMany(model.<Follow>relation("followedBy", new EntityColumn<?, ?>[] {ID}));

    public static final PivotRelation<User, User, Follow> FOLLOWING = model.<User, Follow>manyToManyOver(model.<User>path("following", () -> List.<Relation<?, ?>>of(User_.FOLLOWED, Follow_.FOLLOWEE)));

    public static final PivotRelation<User, User, Follow> FOLLOWERS = model.<User, Follow>manyToManyOver(model.<User>path("followers", () -> List.<Relation<?, ?>>of(User_.FOLLOWED_BY, Follow_.FOLLOWER)));

    public static final ManyToManyRelation<User, Track> TRACKS = model.<Track>manyToMany(model.<Track>relation("tracks", new EntityColumn<?, ?>[] {ID})
            .over("app", "user_track", new String[] {"user_id"}, new String[] {"track_id", "track_side"}));

    public static final ManyToManyRelation<User, User> BLOCKED = model.<User>manyToMany(model.<User>relation("blocked", new EntityColumn<?, ?>[] {ID})
            .over("log", "blocks", new String[] {"blocker"}, new String[] {"blocked"})
            .onDelete(OnDelete.RESTRICT));

    /**
     * The model of {@link User}.
     */
    public static final EntityModel<User> MODEL = model.model("app", "users", null);

    private User_() {
        super(User.class, 1);
    }

    /**
     * Starts a new {@link User} with its required members.
     */
    public static Draft<User> draft() {
        return User_.model.start(new Object[] {});
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
            case 1: return entity.teams();
            case 2: return entity.memberships();
            case 3: return entity.followed();
            case 4: return entity.followedBy();
            case 5: return entity.following();
            case 6: return entity.followers();
            case 7: return entity.tracks();
            case 8: return entity.blocked();
            default: throw outOfRange(member);
        }
    }

    protected Object create(RowValues row) {
        return new User(
                (Long) row.nullable(0),
                (Flux<Team>) handle(row, 1),
                (Flux<Membership>) handle(row, 2),
                (Flux<Follow>) handle(row, 3),
                (Flux<Follow>) handle(row, 4),
                (Flux<User>) handle(row, 5),
                (Flux<User>) handle(row, 6),
                (Flux<Track>) handle(row, 7),
                (Flux<User>) handle(row, 8));
    }

    protected EntityColumn<?, ?>[] target(int member) {
        switch (member) {
            case 2: return new EntityColumn<?, ?>[] {Membership_.USER_ID};
            case 3: return new EntityColumn<?, ?>[] {Follow_.FOLLOWER_ID};
            case 4: return new EntityColumn<?, ?>[] {Follow_.FOLLOWEE_ID};
            case 7: return new EntityColumn<?, ?>[] {Track_.TRACK_ID, Track_.SIDE};
            case 8: return new EntityColumn<?, ?>[] {User_.ID};
            default: throw outOfRange(member);
        }
    }
}
