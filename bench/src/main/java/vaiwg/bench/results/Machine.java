package vaiwg.bench.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** On what was measured. */
public final class Machine {
    public static final String NAME = "machine";
    public static final String JAVA = "java";

    private Machine() {}

    /** The same, with this machine among the facts. */
    public static ResultsFile with(ResultsFile measured) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>(measured.facts());
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 2))
                .findFirst()
                .orElse("an unnamed processor");
        facts.put(NAME, Runtime.getRuntime().availableProcessors() + " cores of " + processor);
        facts.put(JAVA, "Java " + Runtime.version());
        return new ResultsFile(facts, measured.header(), measured.rows());
    }
}
