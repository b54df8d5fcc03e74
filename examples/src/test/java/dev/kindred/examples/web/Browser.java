package dev.kindred.examples.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium that the machine has installed. Nothing is downloaded. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<Path> BROWSERS = Stream.of(
                    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .toList();
    private static final List<Path> DRIVERS = Stream.of("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver")
            .map(Path::of)
            .toList();

    private static final Set<String> CONTROLS =
            Set.of("button", "link", "combobox", "tab", "image", "img", "navigation", "tabpanel");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Returns whether a browser and its driver are installed. */
    static boolean isInstalled() {
        return first(BROWSERS).isPresent() && first(DRIVERS).isPresent();
    }

    static Browser start() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(first(BROWSERS).orElseThrow().toFile());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(first(DRIVERS).orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE.multipliedBy(2));
        return new Browser(driver);
    }

    private static Optional<Path> first(List<Path> paths) {
        return paths.stream().filter(Files::isExecutable).findFirst();
    }

    /** Sets the size of the page and the colors that the user prefers. */
    void show(int width, int height, String colors) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colors))));
    }

    void open(String url) {
        driver.get(url);
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> findAll(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    String text(String selector) {
        return find(selector).getText();
    }

    void click(String selector) {
        find(selector).click();
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Returns the id of the element with the focus. */
    String focused() {
        return driver.switchTo().activeElement().getAttribute("id");
    }

    /** Presses Tab until the element with this id has the focus. */
    void tabTo(String id) {
        for (int i = 0; i < 60 && !id.equals(focused()); i++) {
            press(Keys.TAB);
        }
        if (!id.equals(focused())) {
            throw new AssertionError("Tab does not reach the element " + id);
        }
    }

    /** Waits until an element has a text that contains {@code part}. */
    void awaitText(String selector, String part) {
        Object found = driver.executeAsyncScript("""
                const [selector, part, patience, done] = arguments;
                const end = Date.now() + patience;
                (function look() {
                  const found = document.querySelector(selector);
                  const text = found ? found.textContent : 'no element';
                  if (text.includes(part)) {
                    done(null);
                  } else if (Date.now() > end) {
                    done(text);
                  } else {
                    setTimeout(look, 20);
                  }
                })();
                """, selector, part, PATIENCE.toMillis());
        if (found != null) {
            throw new AssertionError(selector + " should contain '" + part + "', but is '" + found + "'");
        }
    }

    /** Runs a script in the page and returns its result. */
    Object evaluate(String script) {
        return driver.executeScript(script);
    }

    int number(String script) {
        return ((Number) evaluate(script)).intValue();
    }

    List<String> texts(String script) {
        return ((List<?>) evaluate(script)).stream().map(String::valueOf).toList();
    }

    /** Returns the buttons, links and lists without a name for assistive technology. */
    @SuppressWarnings("unchecked") // the protocol describes a node as an object of named values
    List<String> unnamedControls() {
        List<Map<String, Object>> nodes =
                (List<Map<String, Object>>) driver.executeCdpCommand("Accessibility.getFullAXTree", Map.of())
                        .get("nodes");
        return nodes.stream()
                .filter(node -> CONTROLS.contains(value(node, "role"))
                        && value(node, "name").isBlank())
                .map(node -> value(node, "role"))
                .toList();
    }

    @SuppressWarnings("unchecked") // the protocol describes a property as an object of named values
    private static String value(Map<String, Object> node, String property) {
        Map<String, Object> found = (Map<String, Object>) node.getOrDefault(property, Map.of());
        return String.valueOf(found.getOrDefault("value", ""));
    }

    /** Returns the entries of the log of the page, such as errors of scripts and of loading. */
    List<String> log() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    /** Writes a picture of the page to {@code file}, as high as the page but at most {@code height}. */
    void screenshot(Path file, int width, int height) {
        int whole = number("return document.documentElement.scrollHeight");
        Map<String, Object> picture = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "png",
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", 0, "width", width, "height", Math.min(whole, height), "scale", 1)));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Base64.getDecoder().decode((String) picture.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
