package dev.kindred.processor;

import org.junit.jupiter.api.Test;

final class OneOfErrorTests {

    private static final String SUBJECT = "public sealed interface Subject permits Post, Video {}";
    private static final String POST = "@Table\npublic record Post(@Id Long id) implements Subject {}";
    private static final String VIDEO = "@Table\npublic record Video(@Id Long id) implements Subject {}";

    @Test
    void theMemberIsAMonoOfASealedType() {
        Compile.check("""
                @Table
                public record Note(
                        @Id Long id,
                        @Nullable Long postId,
                        @Nullable Long videoId,
                        @BelongsToOneOf Flux<Subject> flux, // error: Note.flux: a member marked @BelongsToOneOf must have the type Mono of a sealed interface, such as Mono<Commentable>, but the type is Flux<Subject>. Change the type, or use @BelongsTo for one type.
                        @BelongsToOneOf Mono<Open> open, // error: Note.open: @BelongsToOneOf refers to Open, which is not sealed, so its types are not known. Declare it as sealed interface Open permits .., or use @BelongsTo for an entity.
                        @BelongsToOneOf Mono<Post> one) {} // error: Note.one: @BelongsToOneOf refers to Post, which is not sealed, so its types are not known. Declare it as sealed interface Post permits .., or use @BelongsTo for an entity.
                """, SUBJECT, POST, VIDEO, "public interface Open {}");
    }

    @Test
    void eachTypeIsAnEntityWithOneKeyColumn() {
        Compile.check(
                """
                @Table
                public record Note(
                        @Id Long id,
                        @Nullable Long pairId,
                        @BelongsToOneOf Mono<Mixed> mixed, // error: Note.mixed: Mixed permits Plain, which is not an entity. Mark Plain with @Table, or remove it from permits.
                        @BelongsToOneOf Mono<Paired> paired) {} // error: Note.paired: @BelongsToOneOf needs a primary key of one column, but Pair has 2 @Id members. Give Pair one @Id, or use one @BelongsTo for each type.
                """,
                "public sealed interface Mixed permits Plain {}",
                "public record Plain(Long id) implements Mixed {}",
                "public sealed interface Paired permits Pair {}",
                "@Table\npublic record Pair(@Id Long a, @Id Long b) implements Paired {}");
    }

    @Test
    void eachTypeHasANullableKeyOfItsOwn() {
        Compile.check("""
                @Table
                public record Note(
                        @Id Long id,
                        long postId,
                        @Nullable Long videoId,
                        @Nullable String text,
                        @Nullable Long shared,
                        @BelongsToOneOf // error: Note.subject: @BelongsToOneOf has one key with a value for each row, so the others are null, but Note.postId is not nullable. Mark it @Nullable.
                        Mono<Subject> subject,
                        @BelongsToOneOf(keys = {"Post=shared", "Video=text"}) // error: Note.texts: the keys of @BelongsToOneOf have types that cannot be equal: one side is Note.text (String), the other side is Video.id (Long). Give both members the same type and the same column type.
                        Mono<Subject> texts,
                        @BelongsToOneOf(keys = {"Post=shared", "Video=missing"}) // error: Note.absent: @BelongsToOneOf needs the member 'missing' of Note, which has no column member of that name. Add @Nullable Long missing, or name another member with @BelongsToOneOf(keys = "Type=member").
                        Mono<Subject> absent,
                        @BelongsToOneOf(keys = {"Post=shared", "Video=shared"}) // error: Note.both: @BelongsToOneOf uses the member 'shared' for [Post, Video]. Give each type a member of its own, or name the type in a member with @BelongsToOneOf(type = .., key = .., names = ..).
                        Mono<Subject> both,
                        @BelongsToOneOf(keys = "Image=shared") // error: Note.other: 'Image=shared' in keys of @BelongsToOneOf is not a pair with one of the types [Post, Video]. Write "Type=member".
                        Mono<Subject> other,
                        @BelongsToOneOf(keys = {"Post=shared", "Post=videoId"}) // error: Note.twice: keys of @BelongsToOneOf has 'Post' twice. Remove one pair.
                        Mono<Subject> twice) {}
                """, SUBJECT, POST, VIDEO);
    }

    @Test
    void theNamesOfTypesAreCompleteAndDifferent() {
        Compile.check("""
                @Table
                public record Note(
                        @Id Long id,
                        String type,
                        int number,
                        Long key,
                        @BelongsToOneOf(type = "type", key = "key", names = "post=Post") // error: Note.few: names of @BelongsToOneOf has no name for Video. Add the pair "name=Video".
                        Mono<Subject> few,
                        @BelongsToOneOf(type = "type", key = "key", names = {"a=Post", "a=Video"}) // error: Note.same: names of @BelongsToOneOf has 'a' twice. Remove one pair.
                        Mono<Subject> same,
                        @BelongsToOneOf(type = "type", key = "key", names = {"a=Post", "b=Post"}) // error: Note.twice: names of @BelongsToOneOf has 'Post' twice. Remove one pair.
                        Mono<Subject> twice,
                        @BelongsToOneOf(type = "number", key = "key", names = {"a=Post", "b=Video"}) // error: Note.number2: the type of @BelongsToOneOf is the member Note.number, which is not a String without a codec. Use such a member.
                        Mono<Subject> number2,
                        @BelongsToOneOf(type = "kind", key = "key", names = {"a=Post", "b=Video"}) // error: Note.kind: type of @BelongsToOneOf names 'kind', but Note has no column member of that name. Add it, or name another member.
                        Mono<Subject> kind,
                        @BelongsToOneOf(type = "type", names = {"a=Post", "b=Video"}) // error: Note.half: type and key of @BelongsToOneOf belong together, with names and without keys. Set type, key and names, or only keys.
                        Mono<Subject> half,
                        @BelongsToOneOf(type = "type", key = "key", names = {"a=Post", "b=Video"}, onDelete = OnDelete.CASCADE) // error: Note.action: onDelete of @BelongsToOneOf needs a foreign key, and a key beside the name of a type has none. Remove onDelete.
                        Mono<Subject> action) {}
                """, SUBJECT, POST, VIDEO);
    }

    @Test
    void anInverseNamesTheMemberOfTheOtherSide() {
        Compile.check("""
                @Table
                public record Note(
                        @Id Long id,
                        @Nullable Long postId,
                        @Nullable Long videoId,
                        @BelongsToOneOf(onDelete = OnDelete.SET_NULL) // error: Note.subject: onDelete = SET_NULL of @BelongsToOneOf would leave a row without a target, which the check of @BelongsToOneOf refuses. Use CASCADE, RESTRICT or NO_ACTION.
                        Mono<Subject> subject) {}
                """, SUBJECT, POST, """
                @Table
                public record Video(
                        @Id Long id,
                        @HasMany(inverse = "subject") Flux<Note> notes,
                        @HasMany(inverse = "videoId") // error: Video.column: inverse of @HasMany names 'videoId', which is not a member of Note marked @BelongsToOneOf. Name such a member, or use foreignKey.
                        Flux<Note> column,
                        @HasMany(inverse = "subject", foreignKey = "videoId") // error: Video.both: inverse of @HasMany gives the keys. Remove foreignKey and localKey, or remove inverse.
                        Flux<Note> both,
                        @HasMany(inverse = "subject", onDelete = OnDelete.SET_NULL) // error: Video.nulls: onDelete = SET_NULL of @HasMany would leave a row without a target, which the check of @BelongsToOneOf refuses. Use CASCADE, RESTRICT or NO_ACTION.
                        Flux<Note> nulls) implements Subject {}
                """, """
                @Table
                public record Other(
                        @Id Long id,
                        @HasOne(inverse = "subject") // error: Other.note: Note.subject does not refer to Other, because its sealed type does not permit it. Implement the sealed type and add Other to permits, or use foreignKey.
                        Mono<Note> note,
                        @HasMany Flux<Reply> replies,
                        @Through({"replies", "subject"}) // error: Other.subjects: the path of @Through contains Reply.subject, which refers to one of several types. Start the path at one of the types, or query the rows of each type.
                        Flux<Video> subjects) {}
                """, """
                @Table
                public record Reply(
                        @Id Long id,
                        Long otherId,
                        @Nullable Long postId,
                        @Nullable Long videoId,
                        @BelongsToOneOf Mono<Subject> subject) {}
                """);
    }
}
