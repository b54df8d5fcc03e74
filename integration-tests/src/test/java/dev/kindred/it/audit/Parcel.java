package dev.kindred.it.audit;

import dev.kindred.annotation.Column;
import dev.kindred.annotation.CreatedBy;
import dev.kindred.annotation.DefaultCodec;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.UpdatedBy;
import dev.kindred.type.Codec;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entities with auditors of different types. */
final class Parcel {

    static final String TABLES = """
            create table numbered (id bigint primary key, created_by bigint not null, updated_by bigint not null);
            create table tagged (id bigint primary key, created_by uuid, updated_by uuid not null);
            create table named (id bigint primary key, created_by text, updated_by text not null);
            create table plain (id bigint primary key);
            create table keyed (id bigint, name text not null, owner text, primary key (id), unique (name, owner));
            """;

    static final String EMPTY = "truncate numbered, tagged, named, keyed, plain";

    private Parcel() {}

    /** Its auditor is a number. */
    @Table("numbered")
    record Numbered(
            @Id long id,
            @CreatedBy long createdBy,
            @UpdatedBy Long updatedBy) {}

    /** Its auditor is a UUID. */
    @Table("tagged")
    record Tagged(
            @Id long id,
            @CreatedBy @Nullable UUID createdBy,
            @UpdatedBy UUID updatedBy) {}

    /** Its auditor has a type of the application. */
    @Table("named")
    record Named(
            @Id long id,

            @CreatedBy @Nullable User createdBy,

            @UpdatedBy @Column(codec = UserCodec.class) User updatedBy) {}

    /** The auditor is a part of a unique index. */
    @Table("keyed")
    record Keyed(
            @Id long id, String name, @CreatedBy @Nullable String owner) {}

    /** The name of a user. */
    @DefaultCodec(UserCodec.class)
    record User(String name) {}

    /** Stores a user as its name. */
    static final class UserCodec implements Codec<User, String> {

        @Override
        public String encode(User user) {
            return user.name();
        }

        @Override
        public User decode(String name) {
            return new User(name);
        }
    }
}
