package dev.kindred.benchmarks.peer;

/** The statements of the peers with hand-written SQL, with PostgreSQL's parameter syntax. */
final class Sql {

    static final String USER = "id, email, active, score, token, created_at";
    static final String PROFILE = "id, user_id, name, telephone, locale";

    static final String SETTING = "id, name, content, revision, changed_at";
    static final String WIDE_ROW =
            "id, small_one, small_two, int_one, int_two, int_three, long_one, long_two, real_one, double_one, "
                    + "double_two, amount, rate, flag_one, flag_two, text_one, text_two, text_three, code, uuid_one, "
                    + "uuid_two, birthday, opens_at, appointment, created_at, changed_at, bytes, tags, numbers, note";

    static final String FIND = "select " + USER + " from users where id = $1";
    static final String LIST = "select " + USER + " from users where id > $1 order by id limit $2";
    static final String CHILDREN = "select " + PROFILE + " from profiles where user_id = any($1)";
    static final String CHILD = "select " + PROFILE + " from profiles where user_id = $1";
    /**
     * The bound occurs twice, because PostgreSQL does not propagate it through an outer join and would merge from the
     * first profile on. The limit is a constant, because for a parameter the planner would assume a tenth of all rows.
     */
    static final String JOIN = "select u.id, u.email, u.active, u.score, u.token, u.created_at,"
            + " p.id, p.user_id, p.name, p.telephone, p.locale"
            + " from users u left join profiles p on p.user_id = u.id and p.user_id > $1"
            + " where u.id > $1 order by u.id limit 1000";

    static final String INSERT_USER = "insert into users (email, active, score, token, created_at)"
            + " values ($1, $2, $3, $4, $5) returning " + USER;
    static final String INSERT_PROFILE =
            "insert into profiles (user_id, name, telephone, locale) values ($1, $2, $3, $4) returning " + PROFILE;
    static final String INSERT_BOTH = "with u as (insert into users (email, active, score, token, created_at)"
            + " values ($1, $2, $3, $4, $5) returning id)"
            + " insert into profiles (user_id, name, telephone, locale) select u.id, $6, $7, $8 from u returning "
            + PROFILE;
    static final String INSERT_MANY = "insert into users (email, active, score, token, created_at)"
            + " select * from unnest($1::text[], $2::boolean[], $3::integer[], $4::uuid[],"
            + " $5::timestamptz[]) returning "
            + USER;

    static final String UPSERT = "insert into settings (" + SETTING + ")"
            + " select * from unnest($1::bigint[], $2::text[], $3::text[], $4::integer[], $5::timestamptz[])"
            + " on conflict (id) do update set name = excluded.name, content = excluded.content,"
            + " revision = excluded.revision, changed_at = excluded.changed_at returning " + SETTING;
    static final String UPDATE = "update settings s set name = n.name, content = n.content, revision = n.revision,"
            + " changed_at = n.changed_at"
            + " from unnest($1::bigint[], $2::text[], $3::text[], $4::integer[], $5::timestamptz[])"
            + " as n(" + SETTING + ") where s.id = n.id"
            + " returning s.id, s.name, s.content, s.revision, s.changed_at";

    static final String FILTER = "select " + USER + " from users u where exists"
            + " (select 1 from profiles p where p.user_id = u.id and p.telephone = $1) order by id";
    private static final String IN_RANGE = " from users u where exists (select 1 from profiles p"
            + " where p.user_id = u.id and p.telephone >= $1 and p.telephone < $2)";
    static final String COUNT = "select count(*)" + IN_RANGE;
    static final String SHORT_PAGE = "select " + USER + IN_RANGE + " order by id limit $3 offset $4";

    static final String ITEM = "id, basket_id, name, note, quantity";
    static final String BASKETS = "select id, owner, created_at from baskets where id > $1 order by id limit $2";
    static final String ITEMS = "select " + ITEM + " from items where basket_id = any($1) order by id";
    static final String ITEMS_OF_ONE = "select " + ITEM + " from items where basket_id = $1 order by id";
    static final String PAIRS = "select basket_id, label_id from basket_label where basket_id = any($1)";
    static final String LABELS = "select id, name from labels where id = any($1)";
    static final String LABELS_OF_ONE = "select l.id, l.name from basket_label p join labels l on l.id = p.label_id"
            + " where p.basket_id = $1 order by l.id";
    static final String INSERT_NOTES = "insert into notes (basket_id, text, pages)"
            + " select $1, n.text, n.pages from unnest($2::text[], $3::integer[]) with ordinality"
            + " as n (text, pages, place) order by n.place returning id, basket_id, text, pages";
    static final String LOCK_SHELF = "select 1 from shelves where id = $1 for no key update";
    static final String DETACH = "delete from shelf_label where shelf_id = $1 and label_id <> all($2)";
    static final String ATTACH =
            "insert into shelf_label (shelf_id, label_id) select $1, unnest($2)" + " on conflict do nothing";
    static final String SHELVES = "select id from shelves order by id";
    static final String FIRST_BOOKS = "select id, shelf_id, placed from (select id, shelf_id, placed, row_number()"
            + " over (partition by shelf_id order by placed desc, id desc) as place from books"
            + " where shelf_id = any($1)) b where place <= $2 order by shelf_id, place";
    static final String FIRST_BOOKS_OF_EACH = "select b.id, b.shelf_id, b.placed from unnest($1) as k (c0)"
            + " cross join lateral (select id, shelf_id, placed from books where shelf_id = k.c0"
            + " order by placed desc, id desc limit $2) b";

    static final String WIDE = "select " + WIDE_ROW + " from wide_rows where id > $1 order by id limit $2";
    static final String STREAM = "select " + USER + " from users where id > $1 order by id";

    private Sql() {}
}
