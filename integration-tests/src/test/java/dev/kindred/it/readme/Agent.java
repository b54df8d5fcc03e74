package dev.kindred.it.readme;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.TenantId;
import org.jspecify.annotations.Nullable;

/** The referenced entity of the guide's page on tenants. */
@Table("agents")
public record Agent(
        @TenantId @Nullable Long tenantId,
        @Id @GeneratedValue @Nullable Long id,
        String name) {}
