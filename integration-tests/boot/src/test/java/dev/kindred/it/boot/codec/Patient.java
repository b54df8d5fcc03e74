package dev.kindred.it.boot.codec;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

/** Its member names no codec. */
@Table("patients")
public record Patient(@Id long id, Diagnosis diagnosis) {

    static final String TABLE = "create table patients (id bigint primary key, diagnosis text not null)";
}
