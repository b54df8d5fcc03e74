package dev.kindred.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes the machine of a run. */
public final class Machine {

    private static final Pattern LIBRARY = Pattern.compile(
            ".*/((?:r2dbc|reactor|spring|jooq|hibernate|vertx-(?:core|pg)|HikariCP|postgresql|netty-(?:handler|common)"
                    + "|jmh-core)[A-Za-z2-]*)-([0-9][^/]*)\\.jar");

    private Machine() {}

    /** Returns lines about the machine, the JVM and the libraries. */
    public static List<String> describe() {
        List<String> lines = new ArrayList<>();
        lines.add("machine: " + Runtime.getRuntime().availableProcessors() + " processors, " + processor() + ", "
                + property("os.name") + " " + property("os.version") + " " + property("os.arch"));
        lines.add("jvm: " + property("java.vm.vendor") + " " + property("java.vm.name") + " "
                + property("java.runtime.version") + " "
                + ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(argument -> argument.startsWith("-X"))
                        .toList());
        Map<String, String> versions = new TreeMap<>();
        for (String file : property("java.class.path").split(java.io.File.pathSeparator, -1)) {
            Matcher library = LIBRARY.matcher(file);
            if (library.matches()) {
                versions.put(library.group(1), library.group(2));
            }
        }
        lines.add("libraries: " + versions.toString().replaceAll("[{}]", "").replace('=', ' '));
        return lines;
    }

    /** Returns a line about the load of the machine, including the run itself. */
    public static String load() {
        return String.format(
                Locale.ROOT,
                "%.2f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }

    private static String property(String name) {
        return System.getProperty(name, "?");
    }
}
