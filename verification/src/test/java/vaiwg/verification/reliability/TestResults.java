package vaiwg.verification.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What Surefire reported of the quick tests of all modules, and Failsafe of the integration tests. */
final class TestResults {
    private static final String REPORT = "TEST-.*\\.xml";

    private final List<Run> runs = new ArrayList<>();
    private final SortedMap<String, Integer> skipped = new TreeMap<>();

    /** One execution of one test method, of a parameterised one with one set of arguments. */
    private record Run(String type, String method, boolean passed) {}

    /**
     * How often something ran.
     *
     * @param runs executions, 0 where there was none
     * @param passed those without failure, error or skip
     */
    record Count(int runs, int passed) {
        Count plus(Count other) {
            return new Count(runs + other.runs, passed + other.passed);
        }
    }

    /** Reads the reports that a build has left below the project's folder. */
    static TestResults read(Path project) throws IOException {
        TestResults results = new TestResults();
        try (Stream<Path> modules = Files.list(project)) {
            for (Path reports : modules.flatMap(module ->
                            Stream.of("surefire-reports", "failsafe-reports").map(module.resolve("target")::resolve))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList()) {
                try (Stream<Path> files = Files.list(reports)) {
                    for (Path file : files.filter(
                                    one -> one.getFileName().toString().matches(REPORT))
                            .sorted()
                            .toList()) {
                        results.add(file);
                    }
                }
            }
        }
        return results;
    }

    private void add(Path file) throws IOException {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            NodeList cases = builder.parse(file.toFile()).getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                Element one = (Element) cases.item(i);
                boolean passed = Stream.of("failure", "error", "skipped")
                        .allMatch(name -> one.getElementsByTagName(name).getLength() == 0);
                NodeList reasons = one.getElementsByTagName("skipped");
                for (int reason = 0; reason < reasons.getLength(); reason++) {
                    skipped.merge(((Element) reasons.item(reason)).getAttribute("message"), 1, Integer::sum);
                }
                String name = one.getAttribute("classname");
                runs.add(new Run(
                        name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1),
                        one.getAttribute("name").split("[({\\[]", 2)[0].strip(),
                        passed));
            }
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is no report of Surefire's", e);
        }
    }

    /** How many tests were left out, by the reason that they give. */
    SortedMap<String, Integer> skipped() {
        return Collections.unmodifiableSortedMap(skipped);
    }

    /** @param test {@code Class} or {@code Class#method} */
    Count of(String test) {
        String[] parts = test.split("#", 2);
        List<Run> found = runs.stream()
                .filter(run -> run.type().equals(parts[0]))
                .filter(run -> parts.length == 1 || run.method().equals(parts[1]))
                .toList();
        return new Count(
                found.size(), Math.toIntExact(found.stream().filter(Run::passed).count()));
    }
}
