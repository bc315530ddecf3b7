package vaiwg.board.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Headless Chromium, which opens a page from a file, runs axe-core in it and writes what it found. */
final class Browser {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Pattern FOUND = Pattern.compile("data-found=\"([A-Za-z0-9+/=]*)\"");

    /** Violations by rule, elements whose text is smaller than 12 px, and widths, in the attribute that is read back. */
    private static final String RUN = """
            axe.run(document, {resultTypes: ['violations'],
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
              .then(function (results) {
                var small = [];
                document.querySelectorAll('body *').forEach(function (element) {
                  if (element.tagName !== 'SCRIPT' && element.textContent.trim()
                      && parseFloat(getComputedStyle(element).fontSize) < 12) small.push(element.outerHTML.slice(0, 80));
                });
                var found = {violations: results.violations.map(function (violation) {
                    return violation.id + ': ' + violation.nodes.map(function (node) { return node.html.slice(0, 120); });
                  }), passes: results.passes.length, small: small,
                  wide: document.documentElement.scrollWidth, window: window.innerWidth};
                document.body.setAttribute('data-found', btoa(unescape(encodeURIComponent(JSON.stringify(found)))));
              });
            """;

    private Browser() {}

    /**
     * What is found in a page.
     *
     * @param dark whether the reader asks for a dark page
     * @param width of the window in px, at least 500
     */
    static JsonNode open(String html, boolean dark, int width, Path folder) throws Exception {
        String scheme = dark ? html.replace("(prefers-color-scheme:dark)", "all") : html;
        Path page = Files.writeString(
                folder.resolve("page.html"),
                scheme.replace("</body>", "<script>" + axe() + "</script><script>" + RUN + "</script></body>"));
        Path dom = folder.resolve("dom.html");
        String said = run(
                folder,
                dom,
                "--window-size=" + width + ",900",
                "--virtual-time-budget=120000",
                "--dump-dom",
                page.toUri().toString());
        Matcher found = FOUND.matcher(Files.readString(dom));
        assertThat(found.find()).as("axe ran; Chromium says " + said).isTrue();
        return new ObjectMapper().readTree(Base64.getDecoder().decode(found.group(1)));
    }

    private static String axe() throws IOException {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("</", "<\\/");
        }
    }

    /** The page as the browser prints it, as a PDF. */
    static byte[] print(String html, Path folder) throws Exception {
        Path page = Files.writeString(folder.resolve("print.html"), html);
        Path pdf = folder.resolve("print.pdf");
        String said = run(
                folder,
                folder.resolve("out.txt"),
                "--no-pdf-header-footer",
                "--print-to-pdf=" + pdf,
                page.toUri().toString());
        assertThat(pdf).as("printed; Chromium says " + said).exists();
        return Files.readAllBytes(pdf);
    }

    /** Runs the program; what it said beside its output is returned. */
    private static String run(Path folder, Path output, String... arguments) throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), () -> "skipped: there is no " + PROGRAM);
        List<String> command = new ArrayList<>(List.of(
                PROGRAM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(List.of(arguments));
        Path log = folder.resolve("chromium.log");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES))
                    .as("Chromium ended")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(log);
    }
}
