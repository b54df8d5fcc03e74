/**
 * What every test against a real PostgreSQL needs: a server, fresh databases, pools that are watched, faults on the
 * wire.
 *
 * <p>Read {@link dev.kindred.it.support.DatabaseExtension} first: one line in a test class gives it a database of its
 * own and a check after each test that nothing was left behind. {@link dev.kindred.it.support.PostgresServer} and
 * {@link dev.kindred.it.support.PostgresDatabase} lie under it and can be used alone, for programs that are no tests;
 * {@link dev.kindred.it.support.FaultProxy} makes the network bad.
 */
@NullMarked
package dev.kindred.it.support;

import org.jspecify.annotations.NullMarked;
