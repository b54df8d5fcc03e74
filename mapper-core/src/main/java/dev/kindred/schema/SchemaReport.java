package dev.kindred.schema;

import dev.kindred.internal.util.Checks;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All ways in which a database differs from what the entities need. Immutable and thread-safe.
 *
 * @param findings what was found, in an order in which it can be mended
 */
public record SchemaReport(List<Finding> findings) {

    public SchemaReport {
        findings = Checks.noNulls(findings, "findings");
    }

    /** Tells whether nothing was found. */
    public boolean isClean() {
        return findings.isEmpty();
    }

    /** Returns the statements of all findings, in an order in which they can be run. */
    public List<String> remedies() {
        return findings.stream().flatMap(finding -> finding.remedy().stream()).toList();
    }

    /** Returns one line for each finding. */
    @Override
    public String toString() {
        return isClean()
                ? "The database has all that the entities need."
                : findings.stream().map(Finding::message).collect(Collectors.joining("\n"));
    }
}
