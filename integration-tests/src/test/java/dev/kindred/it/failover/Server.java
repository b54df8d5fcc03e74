package dev.kindred.it.failover;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

/** The server that answers. Its view is on each of them. */
@Table("server")
public record Server(@Id Integer port) {

    static final String VIEW = "create view server as select current_setting('port')::int as port;";
}
