package vaiwg.verification.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** {@code docker-compose.yml}, alone or with a file beside it, as {@code docker-compose config} understands it, with every secret filled in. */
record ComposeFile(JsonNode json) {
    private static final String ITSELF = "docker-compose.yml";

    /** What a secret is filled in with. */
    static final String SECRET = "of-the-test";

    /** The one force of an installation that is filled in. */
    static final String FORCE = "small-force";

    static ComposeFile read() throws Exception {
        return of(config(filledIn(), "--format", "json"));
    }

    /** @param more variables beside those that the file itself requires */
    static ComposeFile readWith(String beside, Map<String, String> more) throws Exception {
        return of(configWith(beside, more));
    }

    private static ComposeFile of(Project.Answer answer) {
        if (answer.exitCode() != 0) {
            throw new AssertionError(answer.output());
        }
        return new ComposeFile(Project.json(answer.output()));
    }

    /** The variables that must be set. */
    static List<String> secrets() {
        return Project.all("^(VAIWG_\\w+)=$", Project.text(Project.ROOT.resolve(".env.example")));
    }

    static Map<String, String> filledIn() {
        Map<String, String> environment = new HashMap<>();
        secrets().forEach(name -> environment.put(name, SECRET));
        environment.put("VAIWG_FORCES", FORCE);
        return environment;
    }

    static Project.Answer config(Map<String, String> environment, String option, String... value) throws Exception {
        // The file alone decides, not what a developer has in .env.
        List<String> command = new ArrayList<>(List.of("docker-compose", "--env-file", "/dev/null", "config", option));
        command.addAll(List.of(value));
        return Project.run("docker-compose", environment, command.toArray(String[]::new));
    }

    static Project.Answer configWith(String beside, Map<String, String> more) throws Exception {
        Map<String, String> environment = filledIn();
        environment.putAll(more);
        return Project.run(
                "docker-compose",
                environment,
                "docker-compose",
                "--env-file",
                "/dev/null",
                "-f",
                ITSELF,
                "-f",
                beside,
                "config",
                "--format",
                "json");
    }

    JsonNode service(String name) {
        return json.at("/services/" + name);
    }

    /** A service's command or health check, word by word, with a container's paths as they are on this machine. */
    List<String> words(String service, String pointer, Map<String, Path> volumes) {
        return StreamSupport.stream(service(service).at(pointer).spliterator(), false)
                .map(JsonNode::asText)
                .map(word -> onThisMachine(service, word, volumes))
                .toList();
    }

    /** A text of a service with the paths of its mounts as they are on this machine. */
    String onThisMachine(String service, String word, Map<String, Path> volumes) {
        // docker-compose doubles what is not to be filled in.
        String local = word.replace("$$", "$");
        for (JsonNode mount : service(service).path("volumes")) {
            if (!mount.has("source")) {
                // A volume of the container's own.
                continue;
            }
            String target = mount.get("target").asText();
            String source = mount.get("source").asText();
            String there = mount.get("type").asText().equals("volume")
                    ? volumes.get(source).toString()
                    : source;
            local = local.replaceAll("(?<=^|=)" + target + "(?=$|/)", there.equals("/") ? "/" : there);
        }
        return local;
    }
}
