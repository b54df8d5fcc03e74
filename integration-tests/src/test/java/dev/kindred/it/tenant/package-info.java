/** Tests of entities whose rows belong to tenants. */
@org.jspecify.annotations.NullMarked
package dev.kindred.it.tenant;
