package dev.kindred.it.boot.hangup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.boot.app.Tables;
import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client hangs up at 200 points of a request. Prints the figures of each service. */
@Tag("any-jdk")
class HangUpIntegrationTests {

    private static PostgresDatabase database;

    @BeforeAll
    static void createDatabase() {
        database = PostgresServer.shared().createDatabase();
        database.execute(Tables.CREATE);
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SPRING_ALONE")
    @Timeout(180)
    void aHangUpLeavesNothingBehind(Service service) {
        Figures figures = Sweep.of(service, database);
        System.out.println(figures);

        assertThat(figures.openTransactions).as("open transactions").isZero();
        assertThat(figures.missingConnections).as("missing connections").isZero();
        assertThat(figures.halfWritten).as("half-written requests").isZero();
        assertThat(figures.answeredAndLost).as("answered and lost").isZero();
        assertThat(figures.nextFailed).as("failed next requests").isZero();
        assertThat(figures.nextInvisible).as("invisible next requests").isZero();
        assertThat(figures.nextLost).as("lost next requests").isZero();
        assertThat(figures.committed).as("committed").isPositive();
        assertThat(figures.rolledBack).as("rolled back").isPositive();
        assertThat(figures.committed + figures.rolledBack).isEqualTo(Sweep.POINTS);
    }

    /** The figures of Spring for the guide. */
    @Test
    @Timeout(300)
    void springAloneLeavesTransactionsOpen() {
        Figures figures = Sweep.of(Service.SPRING_ALONE, database);
        System.out.println(figures);

        assertThat(figures.openTransactions).isPositive();
        assertThat(figures.nextInvisible).isPositive();
        assertThat(figures.committed + figures.rolledBack + figures.halfWritten).isEqualTo(Sweep.POINTS);
    }
}
