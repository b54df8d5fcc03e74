package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.MappingException;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.RelationDefinition.RelationKeys;
import dev.kindred.support.Profile;
import dev.kindred.support.Profile_;
import dev.kindred.support.Room_;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import dev.kindred.type.SqlTypes;
import dev.kindred.type.TableName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntityModelTests {

    record Unmapped() {}

    record Silent() {}

    record Announced(long id) {}

    private static RowValues<User> row(@Nullable Object... values) {
        return new RowValues<>() {
            @Override
            @SuppressWarnings("unchecked") // the test gives values of the right types
            public <T> T get(int ordinal, EntityColumn<User, T> column) {
                return (T) values[User_.MODEL.ordinal(column)];
            }

            @Override
            @SuppressWarnings("unchecked") // the test gives values of the right types
            public <T> @Nullable T getOrNull(int ordinal, EntityColumn<User, T> column) {
                return (T) values[User_.MODEL.ordinal(column)];
            }

            @Override
            @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the member is an Object
            public <H> H handle(int ordinal, Relation<User, ?> relation) {
                return (H) (relation + " handle");
            }
        };
    }

    @Test
    void aModelIsFoundByItsClass() {
        assertThat(EntityModel.of(User.class)).isSameAs(User_.MODEL);
        assertThat(EntityModel.of(Profile.class)).isSameAs(Profile_.MODEL);
    }

    @Test
    void aClassWithoutAModelIsAnErrorThatSaysHowToMakeOne() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> EntityModel.of(Unmapped.class))
                .withMessageContaining(Unmapped.class.getName())
                .withMessageContaining("dev.kindred.model.EntityModelTests_Unmapped_")
                .withMessageContaining("@Table")
                .withMessageContaining("kindred-processor")
                .withCauseInstanceOf(ClassNotFoundException.class);
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> EntityModel.of(String.class))
                .withMessageContaining("java.lang.String_");
    }

    @Test
    void aGeneratedClassThatRegistersNoModelIsAnErrorThatSaysToRebuild() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> EntityModel.of(Silent.class))
                .withMessageContaining("EntityModelTests_Silent_")
                .withMessageContaining(Silent.class.getName())
                .withMessageContaining("Rebuild the project");
    }

    @Test
    void aModelMadeByHandIsFoundToo() {
        EntityColumn<Announced, Long> id = ColumnDefinition.of(
                        Announced.class, "id", "id", SqlTypes.LONG, Announced::id)
                .column();

        EntityModel<Announced> model = EntityModel.of(
                Announced.class,
                TableName.of("announced"),
                List.of(id),
                List.of(),
                values -> new Announced(values.get(0, id)));

        assertThat(EntityModel.of(Announced.class)).isSameAs(model);
        assertThat(model.id()).isEmpty();
    }

    @Test
    void aModelTellsWhatIsKnownOfTheEntity() {
        EntityModel<User> model = User_.MODEL;

        assertThat(model.type()).isEqualTo(User.class);
        assertThat(model.name()).isEqualTo("User");
        assertThat(model.table()).isEqualTo(TableName.of("users"));
        assertThat(model.columns()).containsExactly(User_.ID, User_.EMAIL, User_.NICKNAME, User_.LOGINS);
        assertThat(Columns.references(model))
                .extracting(ColumnReference::name)
                .containsExactly("id", "email", "nickname", "logins");
        assertThat(model.id()).containsExactly(User_.ID);
        assertThat(model.relations()).containsExactly(User_.PROFILE);
        assertThat(model).hasToString("EntityModel[dev.kindred.support.User]");
        assertThat(Room_.MODEL.id()).containsExactly(Room_.HOUSE, Room_.NUMBER);
        assertThat(Room_.MODEL.table()).hasToString("hotel.rooms");
    }

    @Test
    void aColumnIsKnownByItsPosition() {
        assertThat(User_.MODEL.ordinal(User_.ID)).isZero();
        assertThat(User_.MODEL.ordinal(User_.LOGINS)).isEqualTo(3);
    }

    @Test
    void aForeignColumnIsAnErrorThatNamesTheOwnOnes() {
        TextColumn<User> foreign =
                TextColumn.of(ColumnDefinition.of(User.class, "phone", "phone", SqlTypes.STRING, User::nickname));

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> User_.MODEL.ordinal(foreign))
                .withMessage("User has no column User.phone; it has"
                        + " [User.id, User.email, User.nickname, User.logins].");
    }

    @Test
    void anEntityIsBuiltFromTheValuesOfARow() {
        assertThat(User_.MODEL.instantiate(row(7L, "a@example.org", null, 3)))
                .isEqualTo(new User(7L, "a@example.org", null, 3, "User.profile handle"));
    }

    @Test
    void columnsTellTheirMemberTypeTraitsAndValue() {
        User user = new User(7L, "a@example.org", null, 3, null);

        assertThat(User_.ID.member()).isEqualTo("id");
        assertThat(Profile_.USER_ID.member()).isEqualTo("userId");
        assertThat(Columns.reference(Profile_.USER_ID)).isEqualTo(new ColumnReference("user_id", SqlTypes.LONG));
        assertThat(User_.EMAIL.type()).isSameAs(SqlTypes.STRING);
        assertThat(User_.ID.is(ColumnTrait.ID)).isTrue();
        assertThat(User_.ID.is(ColumnTrait.GENERATED)).isTrue();
        assertThat(User_.EMAIL.is(ColumnTrait.NULLABLE)).isFalse();
        assertThat(User_.ID.getOrNull(user)).isEqualTo(7L);
        assertThat(User_.NICKNAME.getOrNull(user)).isNull();
        assertThat(User_.LOGINS.getOrNull(user)).isEqualTo(3);
        assertThat(User_.LOGINS.definition().absent()).isEqualTo(0);
        assertThat(User_.EMAIL.definition().absent()).isNull();
    }

    @Test
    void columnsAreEqualWhenEntityMemberAndColumnAre() {
        ColumnDefinition<User, String> email =
                ColumnDefinition.of(User.class, "email", "email", SqlTypes.STRING, user -> "another getter");
        ColumnDefinition<User, String> renamed =
                ColumnDefinition.of(User.class, "email", "e_mail", SqlTypes.STRING, User::email);

        assertThat(TextColumn.of(email)).isEqualTo(User_.EMAIL).hasSameHashCodeAs(User_.EMAIL);
        assertThat(TextColumn.of(email.with(ColumnTrait.NULLABLE))).isEqualTo(User_.EMAIL);
        assertThat(TextColumn.of(renamed)).isNotEqualTo(User_.EMAIL);
        assertThat((Object) User_.ID).isNotEqualTo(Profile_.ID);
        assertThat(User_.EMAIL).hasToString("User.email");
    }

    @Test
    void aDefinitionIsChangedByMakingAnother() {
        ColumnDefinition<User, Integer> plain =
                ColumnDefinition.of(User.class, "logins", "logins", SqlTypes.INTEGER, User::logins);

        assertThat(plain.with(ColumnTrait.READ_ONLY).traits()).containsExactly(ColumnTrait.READ_ONLY);
        assertThat(plain.with(ColumnTrait.READ_ONLY).primitive(0).traits()).containsExactly(ColumnTrait.READ_ONLY);
        assertThat(plain.primitive(0).with(ColumnTrait.READ_ONLY).absent()).isEqualTo(0);
        assertThat(plain.traits()).isEqualTo(Set.of());
        assertThat(plain.absent()).isNull();
    }

    @Test
    void relationsTellWhatTheyConnect() {
        User user = new User(7L, "a@example.org", null, 3, "handle");

        assertThat(User_.PROFILE.entity()).isEqualTo(User.class);
        assertThat(User_.PROFILE.name()).isEqualTo("profile");
        assertThat(User_.PROFILE.related()).isSameAs(Profile_.MODEL);
        assertThat(User_.PROFILE.sourceKey()).containsExactly(User_.ID);
        assertThat(User_.PROFILE.targetKey()).containsExactly(Profile_.USER_ID);
        assertThat(Nodes.of(User_.PROFILE).handle(user)).isEqualTo("handle");
        assertThat(User_.PROFILE).hasToString("User.profile");
        assertThat(Profile_.USER.sourceKey()).containsExactly(Profile_.USER_ID);
        assertThat(Profile_.USER.targetKey()).containsExactly(User_.ID);
        assertThat(Profile_.USER.related()).isSameAs(User_.MODEL);
    }

    @Test
    void relationsAreEqualWhenKindEntityAndNameAre() {
        RelationKeys<User, Profile> keys = new RelationKeys<>(List.of(User_.EMAIL), () -> List.of(Profile_.NAME));
        RelationDefinition<User, Profile> same =
                new RelationDefinition<>(User.class, "profile", () -> Profile_.MODEL, keys, user -> null);
        RelationDefinition<User, Profile> other =
                new RelationDefinition<>(User.class, "secondProfile", () -> Profile_.MODEL, keys, user -> null);

        assertThat(HasOneRelation.of(same)).isEqualTo(User_.PROFILE).hasSameHashCodeAs(User_.PROFILE);
        assertThat(HasOneRelation.of(other)).isNotEqualTo(User_.PROFILE);
        assertThat((Object) BelongsToRelation.of(same)).isNotEqualTo(User_.PROFILE);
    }

    @Test
    void aRelationNeedsAtLeastOneKeyColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RelationKeys<User, Profile>(List.of(), List::of))
                .withMessage("a relation needs at least one key column");
    }

    @Test
    void anAssignmentDoesNotShowItsValue() {
        Assignment<User> assignment = User_.EMAIL.set("secret@example.org");

        assertThat(assignment.column()).isEqualTo(User_.EMAIL);
        assertThat(assignment.value()).isEqualTo("secret@example.org");
        assertThat(assignment).hasToString("User.email = ?");
        assertThat(User_.NICKNAME.set(null).value()).isNull();
    }
}
