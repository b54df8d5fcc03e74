package dev.kindred.examples.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** Uses the page of the application in a headless Chromium. Without a browser, these tests are skipped. */
@Timeout(180)
class WebPageTests {

    /** Where the pictures of the page are written. */
    private static final Path PICTURES = Path.of(System.getProperty("kindred.screenshots", "target/screenshots"));

    /** Returns the texts whose contrast to their background is less than 4.5. */
    private static final String CONTRAST = """
            const rgb = text => text.match(/[\\d.]+/g).map(Number);
            const light = color => rgb(color).slice(0, 3).map(v => v / 255)
                .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
            const behind = element => {
              const color = getComputedStyle(element).backgroundColor;
              const opaque = rgb(color).length === 3 || rgb(color)[3] === 1;
              return opaque || !element.parentElement ? color : behind(element.parentElement);
            };
            const weak = [];
            for (const element of document.querySelectorAll('body *')) {
              const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
              if (own && element.getClientRects().length > 0) {
                const colors = [light(getComputedStyle(element).color), light(behind(element))];
                const [low, high] = colors.sort((a, b) => a - b);
                const ratio = (high + 0.05) / (low + 0.05);
                if (ratio < 4.5) {
                  weak.push(element.className + ' "' + element.textContent.trim() + '" ' + ratio.toFixed(2));
                }
              }
            }
            return weak;
            """;

    private static WebServer server;
    private static Browser browser;

    @BeforeAll
    @Timeout(180)
    static void start() {
        assumeTrue(Browser.isInstalled(), "Chromium and chromedriver are not installed, so the page is not tested");
        server = WebServer.start();
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() {
        browser.show(1280, 900, "light");
        browser.open(server.url() + "/");
        browser.awaitText("#live", "live");
    }

    private static void choose(String request) {
        browser.click("#request-" + request);
        awaitEnd();
    }

    private static void awaitEnd() {
        browser.awaitText("#summary", " statement");
        browser.awaitText("#few-note", " ms");
    }

    @ParameterizedTest
    @CsvSource({
        "users, 2, 21",
        "user, 8, 13",
        "orders, 4, 25",
        "export, 3, 1002",
        "telephone, 2, –",
        "create, 6, 18",
        "put, 3, –",
        "patch, 2, –",
        "tags, 7, –",
        "delete, 1, –",
        "report, 1, 21",
        "articles, 1, –"
    })
    void eachRequestShowsTheStatementsThatItSent(String request, String kindred, String nPlusOne) {
        choose(request);

        assertThat(browser.text("#few-count-value")).isEqualTo(kindred);
        assertThat(browser.text("#many-count-value")).isEqualTo(nPlusOne);
        assertThat(browser.findAll("#few-statements > li")).isNotEmpty();
        assertThat(browser.text("#few-statements")).contains("row", "ms");
        assertThat(browser.text("#status")).startsWith("20");
        assertThat(browser.findAll("#few-time .bar")).hasSizeGreaterThan(1);
        assertThat(browser.log()).isEmpty();
    }

    @Test
    void statementsAppearWhileTheyAreSent() {
        browser.evaluate("""
                window.seen = [];
                new MutationObserver(() => window.seen.push(document.querySelector('#many-note').textContent))
                    .observe(document.querySelector('#many-note'), { childList: true });
                """);

        choose("export");

        List<String> seen = browser.texts("return window.seen");
        assertThat(seen.stream().filter(note -> note.endsWith("so far")).distinct())
                .as("the notes %s", seen)
                .hasSizeGreaterThan(2);
        assertThat(seen.get(seen.size() - 1))
                .startsWith("1,002 statements, 1,9")
                .endsWith("ms");
    }

    @Test
    void theKeyboardAloneIsEnough() {
        browser.tabTo("limit");
        browser.press("100");
        browser.tabTo("request-users");
        browser.press(Keys.ENTER);
        awaitEnd();

        assertThat(browser.text("#title")).isEqualTo("GET /users?limit=100");
        assertThat(browser.text("#few-count-value")).isEqualTo("2");
        assertThat(browser.text("#many-count-value")).isEqualTo("101");
        assertThat(browser.focused()).isEqualTo("request-users");
        assertThat(browser.evaluate("return getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        assertThat(browser.log()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"light", "dark"})
    void aNarrowScreenNeedsNoHorizontalScrolling(String colors) {
        browser.show(360, 800, colors);
        browser.open(server.url() + "/");
        browser.awaitText("#live", "live");
        for (String request : List.of("users", "user", "create", "report")) {
            choose(request);
            assertThat(browser.number("return document.documentElement.scrollWidth"))
                    .as(request)
                    .isLessThanOrEqualTo(360);
        }
        choose("users");
        browser.screenshot(PICTURES.resolve("narrow-" + colors + ".png"), 360, 1600);
        assertThat(browser.log()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"light", "dark"})
    void textsHaveContrastInBothSchemes(String colors) {
        browser.show(1280, 900, colors);
        browser.open(server.url() + "/");
        browser.awaitText("#live", "live");
        choose("users");

        List<String> weak = browser.texts(CONTRAST);
        assertThat(weak).isEmpty();
        browser.screenshot(PICTURES.resolve("page" + (colors.equals("light") ? "" : "-dark") + ".png"), 1280, 1000);
    }

    @Test
    void everyControlHasAName() {
        choose("users");
        List<String> unnamed = browser.unnamedControls();

        assertThat(unnamed).isEmpty();
    }

    @Test
    void theConsoleShowsRequestsAndWhatTheyRepeat() {
        choose("users");
        browser.open(server.url() + "/kindred/");
        browser.awaitText("#live", "live");
        browser.awaitText("#request-list", "/n-plus-one/users");
        browser.click("#request-list li:first-child button");
        browser.awaitText("#details", "User_.PROFILE");

        assertThat(browser.text("#details"))
                .contains("21 statements", "20 operations read User.profile one by one", "preload(User_.PROFILE)");
        browser.screenshot(PICTURES.resolve("console.png"), 1280, 900);

        server.get("/users/229");
        browser.awaitText("#request-list li:first-child", "/users/{id}");
        browser.awaitText("#request-list li:first-child", "8 statements");
        assertThat(browser.text("#request-list")).doesNotContain("users/229");
        assertThat(browser.unnamedControls()).isEmpty();
        assertThat(browser.log()).isEmpty();
    }

    @Test
    void theConsoleShowsEntitiesPoolAndDifferences() {
        browser.open(server.url() + "/kindred");
        browser.awaitText("#live", "live");
        browser.tabTo("tab-requests");
        browser.press(Keys.ARROW_RIGHT);
        browser.awaitText("#entity-map", "memberships");
        browser.press(Keys.ARROW_RIGHT);
        browser.tabTo("verify");
        browser.press(Keys.ENTER);
        browser.awaitText("#findings", "Profile.language");
        browser.click("#tab-pool");
        browser.awaitText("#pool-state", "waiting");

        assertThat(browser.text("#pool-state")).contains("at most", "4");
        assertThat(browser.log()).isEmpty();
    }
}
