/** The application with Spring Data R2DBC. */
package dev.kindred.it.boot.migration.before;
