package vaiwg.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What documents point at is there, and the pages that somebody wrote are few, with one way in. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]*)(?:#([^)]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern NO_ANCHOR = Pattern.compile("[^\\p{L}\\p{N} _-]");
    private static final Set<String> GENERATED =
            Set.of("kpis.md", "mutation.md", "options.md", "paper.md", "reliability.md", "tables.md");
    private static final int MOST_PAGES = 12;
    private static final int MOST_LINES = 4_000;

    @Test
    void every_link_between_pages_leads_somewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                if (!Files.exists(target)
                        || link.group(2) != null && !anchors(target).contains(link.group(2))) {
                    broken.add(ROOT.relativize(page) + " -> " + link.group());
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    /** Who has to look for a page in more of them finds none. */
    @Test
    void written_pages_are_few_and_the_readme_leads_to_each_page() throws IOException {
        List<Path> pages;
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            pages = docs.filter(path -> path.toString().endsWith(".md")).toList();
        }
        List<Path> written = pages.stream()
                .filter(page -> !GENERATED.contains(page.getFileName().toString()))
                .toList();
        assertThat(written).hasSizeBetween(1, MOST_PAGES);
        int lines = 0;
        for (Path page : written) {
            lines += Files.readAllLines(page).size();
        }
        assertThat(lines).isLessThanOrEqualTo(MOST_LINES);
        String readme = Files.readString(ROOT.resolve("README.md"));
        assertThat(pages).allSatisfy(page -> assertThat(readme).contains("(docs/" + page.getFileName() + ")"));
    }

    /** The names that GitHub gives headings: small letters, without punctuation, hyphens for spaces. */
    private static Set<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> NO_ANCHOR
                        .matcher(heading.group(1).toLowerCase(Locale.ROOT))
                        .replaceAll("")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
                .map(ROOT::resolve)
                .toList());
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(path -> path.toString().endsWith(".md")).forEach(pages::add);
        }
        assertThat(pages).hasSizeGreaterThan(5);
        return pages;
    }
}
