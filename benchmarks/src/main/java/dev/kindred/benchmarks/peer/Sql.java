package dev.kindred.benchmarks.peer;

/** The statements of the peers that write SQL by hand, with the parameters of PostgreSQL. */
final class Sql {

    static final String USER = "id, email, active, score, token, created_at";
    static final String PROFILE = "id, user_id, name, telephone, locale";

    static final String FIND = "select " + USER + " from users where id = $1";
    static final String LIST = "select " + USER + " from users where id > $1 order by id limit $2";
    static final String CHILDREN = "select " + PROFILE + " from profiles where user_id = any($1)";
    static final String CHILD = "select " + PROFILE + " from profiles where user_id = $1";
    /** With a parameter for the limit the server would plan for a tenth of all rows, and read every profile. */
    static final String JOIN = "select u.id, u.email, u.active, u.score, u.token, u.created_at,"
            + " p.id, p.user_id, p.name, p.telephone, p.locale"
            + " from users u left join profiles p on p.user_id = u.id where u.id > $1 order by u.id limit 1000";

    static final String INSERT_USER = "insert into users (email, active, score, token, created_at)"
            + " values ($1, $2, $3, $4, $5) returning " + USER;
    static final String INSERT_PROFILE =
            "insert into profiles (user_id, name, telephone, locale) values ($1, $2, $3, $4) returning " + PROFILE;
    static final String INSERT_BOTH = "with u as (insert into users (email, active, score, token, created_at)"
            + " values ($1, $2, $3, $4, $5) returning id)"
            + " insert into profiles (user_id, name, telephone, locale) select u.id, $6, $7, $8 from u returning "
            + PROFILE;
    static final String INSERT_MANY = "insert into users (email, active, score, token, created_at)"
            + " select * from unnest($1::text[], $2::boolean[], $3::integer[], $4::uuid[], $5::timestamptz[]) returning "
            + USER;

    private Sql() {}
}
