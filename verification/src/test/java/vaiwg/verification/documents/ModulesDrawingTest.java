package vaiwg.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The drawing of the modules in {@code docs/architecture.md} is what the modules' poms say; that no arrow points up says {@link ModulesTest}.
 * {@code -Dvaiwg.golden.write=true} writes it.
 */
class ModulesDrawingTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/architecture.md");
    private static final String BEGIN = "<!-- modules: written by a test -->\n";
    private static final String END = "<!-- end of modules -->";

    /** In the order of the build, each with those that its code uses; tests may use more. */
    private final Map<String, List<String>> modules = modules();

    ModulesDrawingTest() throws Exception {}

    @Test
    void the_drawing_is_what_the_poms_say() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        assertThat(to).as("the page has the place of the drawing").isGreaterThanOrEqualTo(from);
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            page = page.substring(0, from) + drawing() + page.substring(to);
            Files.writeString(PAGE, page);
            to = page.indexOf(END);
        }
        assertThat(page.substring(from, to))
                .as("write it with -Dvaiwg.golden.write=true")
                .isEqualTo(drawing());
    }

    private String drawing() {
        StringBuilder drawing = new StringBuilder("```mermaid\nflowchart BT\n");
        modules.forEach((module, used) -> {
            if (used.isEmpty()) {
                drawing.append("  %s%n".formatted(module));
            }
            used.forEach(other -> drawing.append("  %s --> %s%n".formatted(module, other)));
        });
        return drawing.append("```\n").toString();
    }

    private static Map<String, List<String>> modules() throws Exception {
        Map<String, List<String>> modules = new LinkedHashMap<>();
        for (String module : ModulesTest.modules()) {
            modules.put(module, ModulesTest.used(module));
        }
        return modules;
    }
}
