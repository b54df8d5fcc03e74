package dev.kindred.it.persist;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Version;
import java.math.BigDecimal;

/** Has only its key and a version that is not nullable. */
@Table("leases")
record Lease(@Id BigDecimal id, @Version short version) {

    static final String TABLE = "create table leases (id numeric primary key, version smallint not null);";
}
