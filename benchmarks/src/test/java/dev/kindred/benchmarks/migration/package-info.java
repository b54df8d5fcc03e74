/** The code of the guide about a migration from Hibernate Reactive, before it. */
package dev.kindred.benchmarks.migration;
