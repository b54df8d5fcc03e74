package dev.kindred.it.persist;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Version;
import java.math.BigDecimal;

/** Has nothing besides its key and a version that cannot be null. */
@Table("leases")
record Lease(@Id BigDecimal id, @Version short version) {

    static final String TABLE = "create table leases (id numeric primary key, version smallint not null);";
}
