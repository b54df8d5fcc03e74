package dev.kindred.it.boot.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator wrk. */
final class Wrk {

    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");

    private Wrk() {}

    static boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> new File(folder, "wrk").canExecute());
    }

    /** Sends requests on 64 connections. Returns the number of responses. An error of any request fails the test. */
    static long run(URI page, int seconds) throws Exception {
        Process process = new ProcessBuilder("wrk", "-t2", "-c64", "-d" + seconds + "s", "--timeout", "10s", page + "")
                .redirectErrorStream(true)
                .start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(report).isZero();
        assertThat(report).doesNotContain("Non-2xx", "Socket errors");
        Matcher requests = REQUESTS.matcher(report);
        assertThat(requests.find()).as(report).isTrue();
        long answered = Long.parseLong(requests.group(1));
        assertThat(answered).as(report).isPositive();
        return answered;
    }
}
