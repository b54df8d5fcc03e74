/**
 * Support for tests against a real PostgreSQL: a server, new databases, checked pools, network faults.
 *
 * <p>Read {@link dev.kindred.it.support.DatabaseExtension} first. It gives a test class its own database and checks
 * after each test that no resources are left. It uses {@link dev.kindred.it.support.PostgresServer} and
 * {@link dev.kindred.it.support.PostgresDatabase}, which other programs can use alone.
 * {@link dev.kindred.it.support.FaultProxy} simulates network faults.
 */
@NullMarked
package dev.kindred.it.support;

import org.jspecify.annotations.NullMarked;
