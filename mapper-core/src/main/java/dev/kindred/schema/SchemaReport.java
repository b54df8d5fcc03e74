package dev.kindred.schema;

import dev.kindred.internal.util.Checks;
import java.util.List;
import java.util.stream.Collectors;

/** The differences between a database and the tables that a set of entities needs. Immutable and thread-safe. */
public final class SchemaReport {

    private final List<Finding> findings;

    private SchemaReport(List<Finding> findings) {
        this.findings = findings;
    }

    /** Returns a report of {@code findings}. */
    public static SchemaReport of(List<? extends Finding> findings) {
        return new SchemaReport(Checks.noNulls(findings, "findings"));
    }

    /** Returns the differences, in an order in which they can be corrected. */
    public List<Finding> findings() {
        return findings;
    }

    /** Returns whether there is no difference. */
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
