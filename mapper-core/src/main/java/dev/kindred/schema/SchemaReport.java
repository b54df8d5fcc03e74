package dev.kindred.schema;

import dev.kindred.internal.util.Checks;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The differences between a database and the schema that the entities need. Immutable and thread-safe.
 *
 * @param findings the differences, in the order in which they can be fixed
 */
public record SchemaReport(List<Finding> findings) {

    public SchemaReport {
        findings = Checks.noNulls(findings, "findings");
    }

    /** Returns whether the report has no findings. */
    public boolean isClean() {
        return findings.isEmpty();
    }

    /** Returns the statements of all findings, in the order in which they can be run. */
    public List<String> remedies() {
        return findings.stream().flatMap(finding -> finding.remedy().stream()).toList();
    }

    /** Returns one line for each finding. */
    @Override
    public String toString() {
        return isClean()
                ? "The database matches the entities."
                : findings.stream().map(Finding::message).collect(Collectors.joining("\n"));
    }
}
