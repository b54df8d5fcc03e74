package dev.kindred.processor;

import org.junit.jupiter.api.Test;

final class ManyToManyErrorTests {

    private static final String TEAM = """
            @Table
            public record Team(@Id Long id, String name) {}
            """;

    private static final String MEMBERSHIP = """
            @Table
            public record Membership(
                    @Id Long userId,
                    @Id Long teamId,
                    @BelongsTo Mono<User> user,
                    @BelongsTo Mono<Team> team) {}
            """;

    @Test
    void aManyToManyRelationIsAFluxOfAnEntity() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @HasMany Flux<Membership> memberships,
                        @ManyToMany(through = "memberships") List<Team> list, // error: User.list: a member marked @ManyToMany must have the type Flux of an entity, such as Flux<Order>, but the type is List<Team>. Change it to a Flux of an entity, or remove @ManyToMany.
                        @ManyToMany(through = "memberships") Mono<Team> mono, // error: User.mono: a member marked @ManyToMany must have the type Flux of an entity, such as Flux<Order>, but the type is Mono<Team>. Change it to a Flux of an entity, or remove @ManyToMany.
                        @ManyToMany(table = "user_word") Flux<Plain> plain, // error: User.plain: @ManyToMany refers to Plain, which is not an entity. Mark Plain with @Table, or write Flux<..> of an entity.
                        @ManyToMany(through = "memberships") Flux<Team> teams) {}
                """, TEAM, MEMBERSHIP, "public record Plain(@Id Long id) {}");
    }

    @Test
    void oneOfTheTwoFormsIsNamed() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @HasMany Flux<Membership> memberships,
                        @ManyToMany // error: User.none: @ManyToMany names no pivot. Name the @HasMany member of the pivots with @ManyToMany(through = ".."), or a pivot table without an entity with @ManyToMany(table = "..").
                        Flux<Team> none,
                        @ManyToMany(through = "memberships", table = "user_team") // error: User.both: @ManyToMany has both through and table. Keep through if the pivot has an entity, otherwise table.
                        Flux<Team> both,
                        @ManyToMany(through = "memberships", sourceColumns = "user_id", onDelete = OnDelete.CASCADE) // error: User.columns: @ManyToMany(through) does not use sourceColumns, onDelete. The members of the pivot declare the foreign keys: remove it here, and set it there.
                        Flux<Team> columns,
                        @ManyToMany(table = "user_team", target = "team") // error: User.target: @ManyToMany(table) does not use target. Remove it, or name an entity of the pivot with through.
                        Flux<Team> target) {}
                """, TEAM, MEMBERSHIP);
    }

    @Test
    void thePivotIsTheEntityOfAHasManyMember() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        String name,
                        @HasMany Flux<Membership> memberships,
                        @HasMany Flux<Note> notes,
                        @ManyToMany(through = "membership") // error: User.unknown: through names 'membership', but User has no such member that is marked @HasMany. The @HasMany members of User are: memberships, notes. Did you mean 'memberships'? Add a @HasMany Flux of the pivot's entity, or use @ManyToMany(table = "..") for a pivot table without an entity.
                        Flux<Team> unknown,
                        @ManyToMany(through = "name") // error: User.column: through names 'name', but User.name is not marked @HasMany. The @HasMany members of User are: memberships, notes. Add a @HasMany Flux of the pivot's entity, or use @ManyToMany(table = "..") for a pivot table without an entity.
                        Flux<Team> column,
                        @ManyToMany(through = "notes") // error: User.pivot: the pivot Note has no @BelongsTo member of Team besides the one that references the declaring entity. Add @BelongsTo Mono<Team> to Note.
                        Flux<Team> pivot) {}
                """, TEAM, MEMBERSHIP, """
                @Table
                public record Note(@Id Long id, Long userId, @BelongsTo Mono<User> user) {}
                """);
    }

    @Test
    void thePivotHasOneTargetOrTheRelationNamesIt() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @HasMany Flux<Transfer> transfers,
                        @ManyToMany(through = "transfers") // error: User.ambiguous: the pivot Transfer has several @BelongsTo members of Team: source, destination. Name one with @ManyToMany(target = "..").
                        Flux<Team> ambiguous,
                        @ManyToMany(through = "transfers", target = "sources") // error: User.unknown: target names 'sources', but Transfer has no such member that is a @BelongsTo Mono<Team>. Those of Transfer are: source, destination. Did you mean 'source'?
                        Flux<Team> unknown,
                        @ManyToMany(through = "transfers", target = "user") // error: User.wrong: target names 'user', but Transfer.user is not a @BelongsTo Mono<Team>. Those of Transfer are: source, destination.
                        Flux<Team> wrong,
                        @ManyToMany(through = "transfers", target = "destination") Flux<Team> destinations) {}
                """, TEAM, """
                @Table
                public record Transfer(
                        @Id Long id,
                        Long userId,
                        Long sourceId,
                        Long destinationId,
                        @BelongsTo Mono<User> user,
                        @BelongsTo Mono<Team> source,
                        @BelongsTo Mono<Team> destination) {}
                """);
    }

    @Test
    void aPivotTableHasTheColumnsOfBothKeys() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @ManyToMany(table = "friends") // error: User.friends: both sides of the pivot table have the column 'user_id'. Name different columns with sourceColumns and targetColumns, such as sourceColumns = "follower_id" and targetColumns = "followee_id".
                        Flux<User> friends,
                        @ManyToMany(table = "user_room", targetColumns = "room") // error: User.rooms: targetColumns of @ManyToMany has the columns [room], but the primary key is that of Room [house, number]. Name one column for each of its members, in their order.
                        Flux<Room> rooms,
                        @ManyToMany(table = "user_word") // error: User.words: @ManyToMany(table) uses the primary key of Word, which has no @Id. Mark a member of Word with @Id, or give the pivot table an entity and use through.
                        Flux<Word> words,
                        @ManyToMany(table = "user_team", onDelete = OnDelete.SET_NULL) // error: User.teams: @ManyToMany(onDelete = SET_NULL) does not fit a pivot table, whose columns are its primary key. Use CASCADE, RESTRICT or NO_ACTION.
                        Flux<Team> teams,
                        @ManyToMany(table = "user_room", sourceColumns = "") // error: User.empty: '' in @ManyToMany is not a name of a table, schema or column. Write a name of 1 to 63 bytes without control characters.
                        Flux<Room> empty,
                        @ManyToMany(table = "user_room") Flux<Room> allRooms) {}
                """, TEAM, """
                @Table
                public record Room(@Id Long house, @Id Integer number) {}
                """, """
                @Table
                public record Word(String text) {}
                """);
    }

    @Test
    void aPathNamesRelationsFromEntityToEntity() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        String name,
                        @HasMany Flux<Membership> memberships,
                        @Through("memberships") // error: User.one: @Through needs a path of at least two relations, but has [memberships]. Name the relations in their order, as in @Through({"orders", "invoice"}), or declare a direct relation.
                        Flux<Membership> one,
                        @Through({"membership", "team"}) // error: User.unknown: @Through uses 'membership', but User has no such member that is a relation. The relations of User are: memberships, one, unknown, column, second, end, list, cycle, around. Did you mean 'memberships'?
                        Flux<Team> unknown,
                        @Through({"name", "team"}) // error: User.column: @Through uses 'name', but User.name is not a relation. The relations of User are: memberships, one, unknown, column, second, end, list, cycle, around.
                        Flux<Team> column,
                        @Through({"memberships", "teams"}) // error: User.second: @Through uses 'teams', but Membership has no such member that is a relation. The relations of Membership are: user, team. Did you mean 'team'?
                        Flux<Team> second,
                        @Through({"memberships", "user"}) // error: User.end: the path of @Through ends at User, but the member is a Flux<Team>. Change the type to Flux<User>, or extend the path to Team.
                        Flux<Team> end,
                        @Through({"memberships", "team"}) Set<Team> list, // error: User.list: a member marked @Through must have the type Flux of an entity, such as Flux<Order>, but the type is Set<Team>. Change it to a Flux of an entity, or remove @Through.
                        @Through({"around", "memberships"}) // error: User.cycle: the path of @Through contains the relation itself. Name relations whose paths do not contain it.
                        Flux<Membership> cycle,
                        @Through({"cycle", "user"}) // error: User.around: the path of @Through contains the relation itself. Name relations whose paths do not contain it.
                        Flux<User> around) {}
                """, TEAM, MEMBERSHIP);
    }

    @Test
    void anOrderAndAScopeAreThoseOfTheRelatedEntity() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @HasMany Flux<Membership> memberships,
                        @ManyToMany(through = "memberships", orderBy = "nam desc") // error: User.misspelt: @ManyToMany needs the member 'nam' of Team as its orderBy, but Team has no column member of that name. It has: id, name. Did you mean 'name'? Add 'nam' to Team, or name another member with @ManyToMany(orderBy = "..").
                        Flux<Team> misspelt,
                        @Through(value = {"memberships", "team"}, scope = String.class) // error: User.scoped: the scope String is not a RelationScope. Name a class that implements RelationScope<Team>.
                        Flux<Team> scoped,
                        @ManyToMany(table = "user_team", meta = "label") // error: User.labelled: 'label' in meta is not a pair. Write "key=value".
                        Flux<Team> labelled) {}
                """, TEAM, MEMBERSHIP);
    }
}
