package dev.kindred.examples.tour.stage;

import dev.kindred.reactor.spi.StatementExecution;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints the tour, in colours on a terminal. */
public final class Screen {

    private static final int WIDTH = 108;

    private final PrintStream out;
    private final boolean colours;

    /** Prints to {@code out}. */
    public Screen(PrintStream out, Colours colours) {
        this.out = out;
        this.colours = colours == Colours.ON;
    }

    /** Prints a line of plain text. */
    public void say(String line) {
        out.println(line);
    }

    void chapter(int number, Chapter chapter) {
        out.println();
        out.println(styled(Style.TITLE, number + ". " + chapter.title()));
        Rendering.wrap(chapter.introduction(), WIDTH).forEach(out::println);
    }

    void step(Step<?> step, Outcome<?> outcome) {
        out.println();
        out.println(styled(Style.HEADING, "  " + step.heading()));
        out.println();
        step.snippet().forEach(line -> out.println(styled(Style.JAVA, "      " + line)));
        out.println();
        repetitions(outcome.statements()).forEach(this::statement);
        block("=> ", Rendering.result(outcome), Style.RESULT);
        out.println(styled(
                Style.FAINT,
                "     " + Rendering.count(outcome.statements().size(), "statement") + ", "
                        + Rendering.time(outcome.time())));
    }

    void table(List<Measurement> measurements) {
        out.println();
        out.println(styled(Style.HEADING, String.format("  %-34s %12s %14s", "", "statements", "median time")));
        measurements.forEach(measured -> out.println(String.format(
                "  %-34s %12s %14s",
                measured.name(), String.format("%,d", measured.statements()), Rendering.time(measured.median()))));
    }

    private void statement(String sql, int times) {
        block("sql", times == 1 ? sql : sql + "   (" + Rendering.count(times, "time") + ")", Style.FAINT);
    }

    private void block(String mark, String text, Style style) {
        String margin = " " + mark + " ";
        for (String line : Rendering.wrap(text, WIDTH)) {
            out.println(styled(style, margin + line));
            margin = "     ";
        }
    }

    private static Map<String, Integer> repetitions(List<StatementExecution> statements) {
        Map<String, Integer> times = new LinkedHashMap<>();
        statements.forEach(statement -> times.merge(statement.sql(), 1, Integer::sum));
        return times;
    }

    private String styled(Style style, String text) {
        return colours ? style.code + text + "\u001b[0m" : text;
    }

    /** Whether to write in colours. */
    public enum Colours {
        /** Plain text. */
        OFF,
        /** With the escape codes of terminals. */
        ON
    }

    private enum Style {
        TITLE("\u001b[1;33m"),
        HEADING("\u001b[1m"),
        JAVA("\u001b[36m"),
        RESULT("\u001b[32m"),
        FAINT("\u001b[2m");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }
}
