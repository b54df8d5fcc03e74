package dev.kindred.it.boot.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kindred.error.MappingException;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** The mapper of the starter has the codecs of the application. */
class CodecBeansIntegrationTests {

    private static final Diagnosis FLU = new Diagnosis("flu");

    private static PostgresDatabase database;

    /** An application without the codec. */
    @EnableAutoConfiguration
    static class NoCodec {}

    @BeforeAll
    static void createDatabase() {
        database = PostgresServer.shared().createDatabase();
        database.execute(Patient.TABLE);
    }

    @BeforeEach
    void noPatients() {
        database.execute("truncate patients");
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    private static ApplicationContextRunner application(Class<?> configuration) {
        return new ApplicationContextRunner()
                .withUserConfiguration(configuration)
                .withPropertyValues(
                        "spring.flyway.enabled=false",
                        "spring.r2dbc.url=" + database.r2dbcUrl(),
                        "kindred.pool.max-size=1");
    }

    private static Patient insert(ApplicationContext context) {
        return context.getBean(ReactiveMapper.class).insert(new Patient(1, FLU)).block(Duration.ofSeconds(20));
    }

    private static String stored() {
        return String.valueOf(database.queryOne("select max(diagnosis) as diagnosis from patients")
                .get("diagnosis"));
    }

    @Test
    void aBeanWithStateIsTheInstance() {
        application(HospitalApplication.class)
                .withPropertyValues("hospital.key=2")
                .run(context -> {
                    assertThat(insert(context).diagnosis()).isEqualTo(FLU);
                    assertThat(stored()).isEqualTo("hnw");
                    assertThat(context.getBean(ReactiveMapper.class)
                                    .from(Patient.class)
                                    .where(Patient_.DIAGNOSIS.eq(FLU))
                                    .count()
                                    .block(Duration.ofSeconds(20)))
                            .isEqualTo(1);
                });
    }

    @Test
    void withoutTheBeanAWriteFailsBeforeItsStatement() {
        application(NoCodec.class).run(context -> {
            assertThatExceptionOfType(MappingException.class)
                    .isThrownBy(() -> insert(context))
                    .withMessageContaining("With Spring Boot, declare it as a bean.")
                    .withMessageNotContaining("flu");
            assertThat(database.queryLong("select count(*) from patients")).isZero();
        });
    }

    @Test
    void twoBeansOfOneClassFailTheStart() {
        application(HospitalApplication.class)
                .withBean("second", DiagnosisCodec.class, () -> new DiagnosisCodec(3))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("there are two codecs of the class " + DiagnosisCodec.class.getName()));
    }
}
