package vaiwg.board.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A tab of a headless Chromium that all tests of this JVM share: started with the first tab, ended with the JVM. A test that needs one is
 * skipped where there is no Chromium.
 */
public final class Browser implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final String READY = "DevTools listening on ";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Violations by rule, elements whose text is smaller than 12 px, and the width that the page needs. */
    private static final String CHECK = """
            axe.run(document, {resultTypes: ['violations'],
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
              .then(results => ({
                violations: results.violations.map(violation =>
                    violation.id + ': ' + violation.nodes.map(node => node.html.slice(0, 120))),
                passes: results.passes.length,
                small: [...document.querySelectorAll('body *')]
                    .filter(each => each.textContent.trim() && parseFloat(getComputedStyle(each).fontSize) < 12)
                    .map(each => each.outerHTML.slice(0, 80)),
                wide: document.documentElement.scrollWidth, window: window.innerWidth}))
            """;

    private static DevTools tools;

    private final String target;
    private final String session;

    private Browser(String target, String session) {
        this.target = target;
        this.session = session;
    }

    /**
     * A tab of a width.
     *
     * @param width of the window in px of the page; of a phone 320, of a window of 1280 px at 200 % zoom 640
     * @param dark whether the reader asks for dark pages
     */
    public static Browser tab(int width, boolean dark) {
        String target = tools().call(null, "Target.createTarget", object().put("url", "about:blank"))
                .get("targetId")
                .asText();
        String session = tools().call(
                        null,
                        "Target.attachToTarget",
                        object().put("targetId", target).put("flatten", true))
                .get("sessionId")
                .asText();
        Browser tab = new Browser(target, session);
        tab.call("Page.enable", object());
        tab.call(
                "Emulation.setDeviceMetricsOverride",
                object().put("width", width)
                        .put("height", 900)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
        tab.call("Emulation.setFocusEmulationEnabled", object().put("enabled", true));
        ObjectNode scheme = object();
        scheme.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", dark ? "dark" : "light");
        tab.call("Emulation.setEmulatedMedia", scheme);
        return tab;
    }

    /** Opens a page and returns when it is drawn. */
    public void open(URI address) {
        tools().await(
                        session,
                        "Page.loadEventFired",
                        () -> call("Page.navigate", object().put("url", address.toString())));
    }

    /** Opens a document from a file in the folder. */
    public void open(String html, Path folder) throws IOException {
        open(Files.writeString(folder.resolve("page.html"), html).toUri());
    }

    /** What an expression of JavaScript, or a promise that it gives, is. */
    public JsonNode evaluate(String expression) {
        JsonNode answer = call(
                "Runtime.evaluate",
                object().put("expression", expression).put("awaitPromise", true).put("returnByValue", true));
        assertThat(answer.get("exceptionDetails")).as(expression).isNull();
        return answer.get("result").path("value");
    }

    /** Fills in fields by their names and sends the form that has them; returns when the answer is drawn. */
    public void submit(String... namesAndValues) {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            script.append("document.getElementsByName('%s')[0].value = '%s';"
                    .formatted(namesAndValues[i], namesAndValues[i + 1]));
        }
        script.append("document.getElementsByName('%s')[0].form.requestSubmit();".formatted(namesAndValues[0]));
        tools().await(
                        session,
                        "Page.loadEventFired",
                        () -> call("Runtime.evaluate", object().put("expression", script.toString())));
    }

    /** Presses a key and lets it go. */
    public void press(Key key) {
        for (String type : List.of(key.text.isEmpty() ? "rawKeyDown" : "keyDown", "keyUp")) {
            ObjectNode event = object().put("type", type)
                    .put("key", key.name)
                    .put("code", key.name)
                    .put("windowsVirtualKeyCode", key.code);
            call("Input.dispatchKeyEvent", key.text.isEmpty() ? event : event.put("text", key.text));
        }
    }

    /** Asserts that axe-core finds nothing against WCAG 2.2 AA, that no text is small, and that nothing needs scrolling aside. */
    public void assertAccessible() {
        evaluate(axe());
        JsonNode found = evaluate(CHECK);
        assertThat(found.get("violations")).as("violations").isEmpty();
        assertThat(found.get("small")).as("text smaller than 12 px").isEmpty();
        assertThat(found.get("passes").asInt())
                .as("rules that apply and are met")
                .isGreaterThan(15);
        assertThat(found.get("wide").asInt())
                .as("width that the page needs")
                .isLessThanOrEqualTo(found.get("window").asInt());
    }

    /** The page as the browser prints it, as a PDF. */
    public byte[] print() {
        return Base64.getDecoder()
                .decode(call("Page.printToPDF", object().put("preferCSSPageSize", true))
                        .get("data")
                        .asText());
    }

    /** The whole page as a PNG. */
    public byte[] picture() {
        return Base64.getDecoder()
                .decode(call("Page.captureScreenshot", object().put("captureBeyondViewport", true))
                        .get("data")
                        .asText());
    }

    @Override
    public void close() {
        tools().call(null, "Target.closeTarget", object().put("targetId", target));
    }

    /** Keys that move the focus, follow what has it, and close what is open. */
    public enum Key {
        TAB("Tab", 9, ""),
        ENTER("Enter", 13, "\r"),
        ESCAPE("Escape", 27, "");

        private final String name;
        private final int code;
        private final String text;

        Key(String name, int code, String text) {
            this.name = name;
            this.code = code;
            this.text = text;
        }
    }

    private JsonNode call(String method, ObjectNode parameters) {
        return tools().call(session, method, parameters);
    }

    private static ObjectNode object() {
        return JSON.objectNode();
    }

    private static String axe() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized DevTools tools() {
        if (tools == null) {
            assertThat(PROGRAM)
                    .as("install chromium, or run ./check, which does")
                    .isExecutable();
            try {
                tools = start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return tools;
    }

    private static DevTools start() throws IOException {
        Path profile = Files.createTempDirectory("chromium");
        Process process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, profile)));
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(READY)) {
                drain(said);
                return new DevTools(URI.create(line.substring(READY.length())));
            }
            lines.add(line);
        }
        throw new IOException("Chromium did not start; it says " + lines);
    }

    /** A full pipe would stop the browser. */
    private static void drain(BufferedReader said) {
        Thread thread = new Thread(() -> said.lines().forEach(line -> {}), "what Chromium says");
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Process process, Path profile) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("The profile " + profile + " of the tests' Chromium stays: " + e.getMessage());
        }
    }
}
