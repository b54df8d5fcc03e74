package dev.kindred.it.boot.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.StatementRecorder;
import dev.kindred.test.boot.DataKindredTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Codecs are part of the data access of an application. */
@DataKindredTest
class CodecSliceIntegrationTests {

    @Autowired
    private ReactiveMapper mapper;

    @Autowired
    private StatementRecorder recorder;

    @Test
    void theSliceHasTheCodecs() {
        Patient patient = mapper.insert(new Patient(1, new Diagnosis("flu")))
                .then(mapper.get(Patient.class, 1L))
                .block();

        assertThat(patient.diagnosis()).isEqualTo(new Diagnosis("flu"));
        assertThat(recorder).executed(2);
    }
}
