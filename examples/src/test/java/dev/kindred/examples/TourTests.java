package dev.kindred.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.examples.tour.stage.Screen;
import dev.kindred.examples.tour.stage.Screen.Colours;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TourTests {

    @Test
    void theTourEndsWellAndShowsJavaSqlAndCounts() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        new Tour(new Screen(new PrintStream(written, true, StandardCharsets.UTF_8), Colours.OFF)).run(1000);

        String story = written.toString(StandardCharsets.UTF_8);
        assertThat(story)
                .contains("mapper.find(User.class, 212L).flatMap(User::profile)")
                .contains("FROM \"profiles\" WHERE \"user_id\" = ANY($1)")
                .contains(".preload(User_.ORDERS, orders -> orders.preload(Order_.LINES))")
                .contains("FROM \"orders\" WHERE \"user_id\" = ANY($1) ORDER BY")
                .contains("mapper.related(user, User_.TEAMS)")
                .containsPattern("N\\+1: a statement for each user +1,001 ")
                .containsPattern("lazy: flatMap\\(User::profile\\) +2 ")
                .containsPattern("eager: preload\\(User_.PROFILE\\) +2 ");
    }
}
