package dev.kindred.it.boot.app;

import dev.kindred.schema.Schema;

/** The tables of the application. */
public final class Tables {

    public static final String CREATE =
            Schema.of(User.class, Profile.class, Note.class).ddl();

    public static final String EMPTY = "truncate users, profiles, notes restart identity";

    private Tables() {}
}
