package dev.kindred.it.random;

import dev.kindred.it.random.Row.Table;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;

/** The entities and their relations, over the rows of one world. */
final class Domain {

    private final World world;
    private final Kind<User> users = new Kind<>(User.class, World.USERS)
            .number("age", User_.AGE)
            .text("name", User_.NAME)
            .nullable("age", User_.AGE);
    private final Kind<Order> orders = new Kind<>(Order.class, World.ORDERS)
            .number("day", Order_.DAY)
            .number("total", Order_.TOTAL)
            .text("number", Order_.NUMBER)
            .nullable("user_id", Order_.USER_ID);
    private final Kind<Line> lines = new Kind<>(Line.class, World.LINES)
            .number("position", Line_.POSITION)
            .number("quantity", Line_.QUANTITY)
            .nullable("product_id", Line_.PRODUCT_ID);
    private final Kind<Product> products = new Kind<>(Product.class, World.PRODUCTS)
            .number("price", Product_.PRICE)
            .text("name", Product_.NAME);
    private final Kind<Team> teams = new Kind<>(Team.class, World.TEAMS)
            .number("budget", Team_.BUDGET)
            .text("name", Team_.NAME)
            .nullable("owner_id", Team_.OWNER_ID);
    private final Kind<Membership> memberships = new Kind<>(Membership.class, World.MEMBERSHIPS)
            .number("points", Membership_.POINTS)
            .text("role", Membership_.ROLE)
            .nullable("points", Membership_.POINTS);
    private final Kind<Follow> follows = new Kind<>(Follow.class, World.FOLLOWS).number("since", Follow_.SINCE);
    private final Kind<Tag> tags = new Kind<>(Tag.class, World.TAGS).text("word", Tag_.WORD);

    Domain(World world) {
        this.world = world;
        ofUsers();
        overPivots();
        paths();
        ofOthers();
    }

    List<Kind<?>> kinds() {
        return List.of(users, users, users, orders, lines, products, teams, memberships, follows, tags);
    }

    /** Reads the stored entities. */
    void load(ReactiveMapper mapper) {
        List.of(users, orders, lines, products, teams, memberships, follows, tags)
                .forEach(kind -> kind.load(mapper));
    }

    List<Row> rows(Kind<?> kind) {
        return world.rows(kind.table());
    }

    private Step to(Table table, String column, String local) {
        return new Step(world, table, column, local);
    }

    private void ofUsers() {
        Sorting byDay = Sorting.none().by("day", true);
        Step step = to(World.ORDERS, "user_id", "id");
        Paths.direct(users, User_.ORDERS, orders, step, byDay, User::orders);
        Paths.direct(users, User_.LATEST, orders, latest(), byDay, User::latest);
        Paths.direct(users, User_.LARGE, orders, large(step), Sorting.none().by("total", true), User::large);
        Paths.direct(users, User_.OWNED, teams, to(World.TEAMS, "owner_id", "id"), Sorting.none(), User::owned);
        Step pivots = to(World.MEMBERSHIPS, "user_id", "id");
        Paths.direct(users, User_.MEMBERSHIPS, memberships, pivots, Sorting.none(), User::memberships);
        Paths.direct(users, User_.LEADING, memberships, leading(), Sorting.none(), User::leading);
        Paths.direct(
                users, User_.FOLLOWED, follows, to(World.FOLLOWS, "follower_id", "id"), Sorting.none(), User::followed);
        Paths.direct(
                users,
                User_.FOLLOWED_BY,
                follows,
                to(World.FOLLOWS, "followee_id", "id"),
                Sorting.none(),
                User::followedBy);
    }

    private Step latest() {
        Sorting order = Sorting.none().by(row -> row.get("day"), true, false).total(World.ORDERS);
        return new Step(world, World.ORDERS, "user_id", "id", row -> true, order);
    }

    private static Step large(Step step) {
        return new Step(
                step.world(),
                step.table(),
                step.column(),
                step.local(),
                row -> (row.get("total") instanceof Integer total && total > 4)
                        || Integer.valueOf(1).equals(row.get("day")),
                null);
    }

    private Step leading() {
        return new Step(world, World.MEMBERSHIPS, "user_id", "id", row -> "owner".equals(row.get("role")), null);
    }

    private void overPivots() {
        Step team = to(World.TEAMS, "id", "team_id");
        Paths.pivot(
                users,
                User_.TEAMS,
                memberships,
                teams,
                List.of(to(World.MEMBERSHIPS, "user_id", "id"), team),
                Sorting.none().by("name", false),
                User::teams,
                User_.TEAMS.withDeletedPivots());
        Paths.pivot(
                users,
                User_.LED,
                memberships,
                teams,
                List.of(leading(), team),
                Sorting.none().by("budget", true),
                User::led,
                User_.LED.withDeletedPivots());
        Paths.pivot(
                teams,
                Team_.MEMBERS,
                memberships,
                users,
                List.of(to(World.MEMBERSHIPS, "team_id", "id"), to(World.USERS, "id", "user_id")),
                Sorting.none(),
                Team::members,
                Team_.MEMBERS.withDeletedPivots());
        Paths.pivot(
                users,
                User_.FOLLOWING,
                follows,
                users,
                List.of(to(World.FOLLOWS, "follower_id", "id"), to(World.USERS, "id", "followee_id")),
                Sorting.none(),
                User::following,
                null);
        Paths.pivot(
                users,
                User_.FOLLOWERS,
                follows,
                users,
                List.of(to(World.FOLLOWS, "followee_id", "id"), to(World.USERS, "id", "follower_id")),
                Sorting.none(),
                User::followers,
                null);
        Paths.table(
                users,
                User_.TAGS,
                tags,
                List.of(to(World.USER_TAG, "user_id", "id"), to(World.TAGS, "id", "tag_id")),
                Sorting.none().by("word", true),
                User::tags);
        Paths.table(
                tags,
                Tag_.USERS,
                users,
                List.of(to(World.USER_TAG, "tag_id", "id"), to(World.USERS, "id", "user_id")),
                Sorting.none(),
                Tag::users);
    }

    private void paths() {
        Step order = to(World.ORDERS, "user_id", "id");
        Step line = to(World.LINES, "order_id", "id");
        Step product = to(World.PRODUCTS, "id", "product_id");
        Step owner = to(World.USERS, "id", "owner_id");
        Step pivots = to(World.MEMBERSHIPS, "user_id", "id");
        Step team = to(World.TEAMS, "id", "team_id");
        Paths.path(
                users,
                User_.LINES,
                lines,
                List.of(order, line),
                Sorting.none(),
                User::lines,
                List.of(User_.LINES.withDeleted(User_.ORDERS)));
        Paths.path(
                users,
                User_.PRODUCTS,
                products,
                List.of(order, line, product),
                Sorting.none().by("price", true),
                User::products,
                List.of(User_.PRODUCTS.withDeleted(User_.ORDERS), User_.PRODUCTS.withDeleted(Order_.LINES)));
        Paths.path(
                users,
                User_.BOSSES,
                users,
                List.of(pivots, team, owner),
                Sorting.none(),
                User::bosses,
                List.of(User_.BOSSES.withDeleted(User_.MEMBERSHIPS), User_.BOSSES.withDeleted(User_.TEAMS)));
        Paths.path(
                users,
                User_.LATEST_LINES,
                lines,
                List.of(latest(), line),
                Sorting.none(),
                User::latestLines,
                List.of(User_.LATEST_LINES.withDeleted(User_.LATEST)));
        Paths.path(
                orders,
                Order_.PRODUCTS,
                products,
                List.of(line, product),
                Sorting.none(),
                Order::products,
                List.of(Order_.PRODUCTS.withDeleted(Order_.LINES)));
        Paths.path(
                products,
                Product_.BUYERS,
                users,
                List.of(
                        to(World.LINES, "product_id", "id"),
                        to(World.ORDERS, "id", "order_id"),
                        to(World.USERS, "id", "user_id")),
                Sorting.none(),
                Product::buyers,
                List.of(Product_.BUYERS.withDeleted(Product_.LINES), Product_.BUYERS.withDeleted(Line_.ORDER)));
    }

    private void ofOthers() {
        Step user = to(World.USERS, "id", "user_id");
        Paths.direct(orders, Order_.USER, users, user, Sorting.none(), Order::user);
        Paths.direct(
                orders,
                Order_.LINES,
                lines,
                to(World.LINES, "order_id", "id"),
                Sorting.none().by("position", false),
                Order::lines);
        Paths.direct(lines, Line_.ORDER, orders, to(World.ORDERS, "id", "order_id"), Sorting.none(), Line::order);
        Paths.direct(
                lines, Line_.PRODUCT, products, to(World.PRODUCTS, "id", "product_id"), Sorting.none(), Line::product);
        Paths.direct(
                products, Product_.LINES, lines, to(World.LINES, "product_id", "id"), Sorting.none(), Product::lines);
        Paths.direct(teams, Team_.OWNER, users, to(World.USERS, "id", "owner_id"), Sorting.none(), Team::owner);
        Paths.direct(
                teams,
                Team_.MEMBERSHIPS,
                memberships,
                to(World.MEMBERSHIPS, "team_id", "id"),
                Sorting.none(),
                Team::memberships);
        Paths.direct(memberships, Membership_.USER, users, user, Sorting.none(), Membership::user);
        Paths.direct(
                memberships,
                Membership_.TEAM,
                teams,
                to(World.TEAMS, "id", "team_id"),
                Sorting.none(),
                Membership::team);
        Paths.direct(
                follows,
                Follow_.FOLLOWER,
                users,
                to(World.USERS, "id", "follower_id"),
                Sorting.none(),
                Follow::follower);
        Paths.direct(
                follows,
                Follow_.FOLLOWEE,
                users,
                to(World.USERS, "id", "followee_id"),
                Sorting.none(),
                Follow::followee);
    }
}
