package dev.kindred.it.boot.migration;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.r2dbc.config.EnableR2dbcAuditing;

/** Both ways in one application. */
@SpringBootApplication
@EnableR2dbcAuditing
class MigrationApplication {}
