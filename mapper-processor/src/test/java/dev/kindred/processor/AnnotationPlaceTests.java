package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An annotation is read, or reported. */
final class AnnotationPlaceTests {

    @Test
    void anAnnotationOfNoMemberIsAnError() {
        String[] sources = {"""
                public class Base {
                    @Id private final Long key;
                    Base(Long id) { this.key = id; }
                    public Long getId() { return key; }
                }
                """, """
                @Table
                public class User extends Base { // error: User: 'key' of Base is marked @Id, but the constructor of User has no parameter named 'key'. Give a parameter that name, or move the annotation to the right parameter. // error: User: 'mName' of User is marked @Column, but the constructor of User has no parameter named 'mName'. Give a parameter that name, or move the annotation to the right parameter.
                    @Column("user_name") private final String mName;
                    @Transient private final int length;
                    public User(Long id, String name) {
                        super(id);
                        this.mName = name;
                        this.length = name.length();
                    }
                    public String name() { return mName + length; }
                }
                """};

        assertThat(Compile.errors(sources)).containsExactlyInAnyOrderElementsOf(Compile.expected(sources));
    }

    @Test
    void anAnnotationOnTheConstructorOfARecordIsAnError() {
        String[] sources = {"""
                @Table
                public record User(Long id, String name) { // error: User.id: @Id marks a constructor parameter, where it has no effect. Write it on the record component.
                    public User(@Id Long id, String name) {
                        this.id = id;
                        this.name = name;
                    }
                }
                """};

        assertThat(Compile.errors(sources)).containsExactlyInAnyOrderElementsOf(Compile.expected(sources));
    }

    @Test
    void whatASuperclassSaysOfNullIsSaidAgain() {
        String[] sources = {"""
                public class Base {
                    @Id private final @Nullable Long id;
                    private final @Nullable String note;
                    Base(@Nullable Long id, @Nullable String note) {
                        this.id = id;
                        this.note = note;
                    }
                    public @Nullable Long getId() { return id; }
                    public @Nullable String getNote() { return note; }
                }
                """, """
                @Table
                public class User extends Base {
                    public User(Long id, String note) { super(id, note); } // error: User.note: a field or method of a superclass is nullable, but the constructor parameter is not. Mark the parameter @Nullable.
                }
                """, """
                @Table
                public class Guest extends Base {
                    public Guest(Long id, @Nullable String note) { super(id, note); }
                }
                """};

        assertThat(Compile.errors(sources)).containsExactlyInAnyOrderElementsOf(Compile.expected(sources));
    }
}
