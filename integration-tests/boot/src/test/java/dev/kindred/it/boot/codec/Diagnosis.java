package dev.kindred.it.boot.codec;

import dev.kindred.annotation.DefaultCodec;

/** A text that is never stored as it is. */
@DefaultCodec(DiagnosisCodec.class)
public record Diagnosis(String text) {}
