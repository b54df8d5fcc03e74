/** A mapper, a {@code DatabaseClient} and repositories of Spring Data in one transaction. */
package dev.kindred.it.boot.data;
