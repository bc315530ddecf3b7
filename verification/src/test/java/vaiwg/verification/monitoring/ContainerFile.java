package vaiwg.verification.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** {@code deploy/images/Containerfile}, by which the images of docker-compose.yml that are ours are built. */
final class ContainerFile {
    private static final String TEXT = Project.text(Project.ROOT.resolve("deploy/images/Containerfile"));

    private ContainerFile() {}

    /** The lines of a stage, from below its FROM to the next. */
    static String stage(String name) {
        String from = " AS " + name + "\n";
        int begin = TEXT.indexOf(from);
        if (begin < 0) {
            throw new AssertionError("the Containerfile has no stage " + name);
        }
        int end = TEXT.indexOf("\nFROM ", begin);
        return TEXT.substring(begin + from.length(), end < 0 ? TEXT.length() : end + 1);
    }

    /** What a container of a stage runs before the words of its command. */
    static List<String> entryPoint(String stage) {
        String words = Project.all("^ENTRYPOINT (\\[.*\\])$", stage(stage)).get(0);
        return StreamSupport.stream(Project.json(words).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
