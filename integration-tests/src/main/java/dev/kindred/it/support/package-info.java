/**
 * Support for tests against a real PostgreSQL: new databases, checked pools, network faults.
 *
 * <p>Read {@code DatabaseExtension} first. It gives a test class its own database and checks after each test that no
 * resources are left. {@code FaultProxy} simulates network faults.
 */
@NullMarked
package dev.kindred.it.support;

import org.jspecify.annotations.NullMarked;
