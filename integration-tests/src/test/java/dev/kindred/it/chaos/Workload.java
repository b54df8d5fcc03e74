package dev.kindred.it.chaos;

import io.r2dbc.pool.ConnectionPool;
import java.util.List;

/** The operations of a run, and the pool they use. */
interface Workload {

    List<Kind> kinds();

    ConnectionPool pool();
}
