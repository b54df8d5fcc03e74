package dev.kindred.it.boot.codec;

import dev.kindred.type.Codec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Encrypts with the key of the application. */
@Component
public final class DiagnosisCodec implements Codec<Diagnosis, String> {

    private final int key;

    DiagnosisCodec(@Value("${hospital.key:1}") int key) {
        this.key = key;
    }

    @Override
    public String encode(Diagnosis value) {
        return shifted(value.text(), key);
    }

    @Override
    public Diagnosis decode(String value) {
        return new Diagnosis(shifted(value, -key));
    }

    private static String shifted(String text, int by) {
        return text.chars()
                .map(c -> c + by)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
