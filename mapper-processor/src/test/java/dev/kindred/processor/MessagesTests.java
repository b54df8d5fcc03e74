package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.processor.RelationMessages.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the messages whose parts vary; the others are compared as a whole where they are reported. */
final class MessagesTests {

    private static final Side SIDE = new Side("User.profile", "@HasOne", "foreignKey", "Profile");

    @Test
    void aMissingKeySaysAllThatHelps() {
        assertThat(RelationMessages.missing(SIDE, "userId", List.of("id", "usrId"), "Long"))
                .isEqualTo("User.profile: @HasOne needs the member 'userId' of Profile as its foreignKey, but"
                        + " Profile has no column member of that name. It has: id, usrId. Did you mean"
                        + " 'usrId'? Add 'userId' of type Long to Profile, or"
                        + " name another member with @HasOne(foreignKey = \"..\").");
    }

    @Test
    void aMissingKeyWithoutNearMissOrTypeLeavesThemOut() {
        assertThat(RelationMessages.missing(SIDE, "userId", List.of("id"), ""))
                .isEqualTo("User.profile: @HasOne needs the member 'userId' of Profile as its foreignKey, but"
                        + " Profile has no column member of that name. It has: id. Add 'userId' to"
                        + " Profile, or name another member with"
                        + " @HasOne(foreignKey = \"..\").");
    }

    @Test
    void aNameThatIsNoneDiffersFromOneThatIsTooLong() {
        assertThat(EntityMessages.name("User.email", "column", "a\0b"))
                .isEqualTo(
                        "User.email: the name of the column is blank or contains a NUL character. Write another name.");
        assertThat(EntityMessages.name("User", "table", "x"))
                .isEqualTo("User: the name of the table is longer than 63 bytes, and PostgreSQL would truncate it: x."
                        + " Write a shorter name.");
    }

    @Test
    void aFailureToWriteGivesItsReason() {
        assertThat(EntityMessages.notWritten("User", "User_", "disk full"))
                .isEqualTo("User: User_ could not be written: disk full");
    }
}
