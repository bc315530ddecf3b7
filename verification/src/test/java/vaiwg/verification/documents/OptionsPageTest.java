package vaiwg.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import vaiwg.cli.Vaiwg;
import vaiwg.jobs.ClusterVariable;

/** {@code docs/options.md} is what the command line declares; {@code -Dvaiwg.golden.write=true} writes it. */
class OptionsPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/options.md");
    private static final Pattern FROM_ENVIRONMENT = Pattern.compile("\\$\\{env:([A-Z_]+)(?::-([^}]*))?}");
    private static final Pattern WITH_DEFAULT = Pattern.compile("\\$\\{(VAIWG_[A-Z_]+):-([^}]*)}");
    private static final Pattern REQUIRED_BY_COMPOSE = Pattern.compile("\\$\\{(VAIWG_[A-Z_]+):\\?set it to ([^}]*)}");
    private static final String HEAD = """
            # Options and environment variables

            Generated from what the command declares. An option is taken from the command line, else from its environment variable, else from the
            [configuration file](go-live.md#where-an-option-comes-from), where its key is its name without the dashes, else from its default.
            Every verb also has `--help`, `--version`, `--verbose` (with an error, print where in the program it arose) and `--config FILE`
            (or `VAIWG_CONFIG`).
            """;
    private static final String CLUSTER = """

            ## The job in a cluster

            `docker-compose.yml` passes these variables on to Flink's services, but for the topics' prefix, which is that of the topics it makes; and
            the three of the database to the migration.

            | variable | default | meaning |
            |---|---|---|
            """;
    private static final String COMPOSE = """

            ## What `%s` requires

            %s

            | variable | set it to |
            |---|---|
            """;
    private static final String OPTIONAL = """

            ## Optional variables of Compose and of `./vaiwg`

            Beside those of the job above.

            | variable | read by | default | meaning |
            |---|---|---|---|
            """;
    /** What has no other place that declares it; the test finds the names and defaults in the files. */
    private static final Map<String, String> OPTIONAL_MEANINGS = Map.of(
            "VAIWG_BOARD_SITES",
            "Where `VAIWG_SITES` names folders of forces: the folder `sites` in `VAIWG_FILES`, which alone of it the board's pages read.",
            "VAIWG_CONDUCT_MAIL",
            "Recipient of alerts on figures of conduct.",
            "VAIWG_CONDUCT_URL",
            "Address of the Grafana of conduct, with which links in its alerts begin.",
            "VAIWG_FILES",
            "Folder of files that the job reads (passwords, certificates, population numbers); `/etc/vaiwg/files` in the containers.",
            "VAIWG_JAVA_OPTIONS",
            "Options of the Java process that runs a command; without it `-Xmx512m` for a verb of `vaiwg` that keeps no cases (all but"
                    + " run, load, explain, reconcile, serve --cases, demo, import and completion).",
            "VAIWG_SMTP_RELAY_ADDRESS",
            "IP address of the mail relay; without it no alert is mailed.");

    private static final String BESIDE =
            "Beside what `docker-compose.yml` requires ([how it is started](go-live.md#%s)).";

    @Test
    void the_page_is_what_the_command_the_cluster_and_compose_declare() throws IOException {
        String page = page();
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    @Test
    void compose_passes_on_no_variable_that_the_job_does_not_know() throws IOException {
        String compose = Files.readString(ROOT.resolve("docker-compose.yml"));
        String services = compose.substring(0, compose.indexOf("\nservices:"));
        assertThat(Pattern.compile("^ +(VAIWG_[A-Z_]+): ", Pattern.MULTILINE)
                        .matcher(services)
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .isSubsetOf(Stream.of(ClusterVariable.values()).map(Enum::name).toList());
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        Vaiwg.commandLine().getSubcommands().values().forEach(verb -> append(verb, page));
        page.append(CLUSTER);
        for (ClusterVariable variable : ClusterVariable.values()) {
            page.append("| `%s` | %s | %s |\n".formatted(variable, variable.fallback(), variable.meaning()));
        }
        page.append(required(
                "docker-compose.yml",
                "They come from `.env`; [`.env.example`](../.env.example) also explains the optional ones."));
        page.append(
                required("docker-compose.board.yml", BESIDE.formatted("where-owners-answer-and-their-weekly-mail")));
        page.append(
                required("docker-compose.conduct.yml", BESIDE.formatted("conduct-for-professional-standards-alone")));
        page.append(optional());
        return page.toString();
    }

    private static String optional() throws IOException {
        Map<String, Set<String>> readers = new TreeMap<>();
        Map<String, String> defaults = new HashMap<>();
        for (String file : List.of(
                "docker-compose.yml", "docker-compose.board.yml", "docker-compose.conduct.yml", "vaiwg", "bench/run")) {
            WITH_DEFAULT.matcher(Files.readString(ROOT.resolve(file))).results().forEach(found -> {
                readers.computeIfAbsent(found.group(1), name -> new TreeSet<>()).add(file);
                String other = defaults.putIfAbsent(found.group(1), found.group(2));
                assertThat(other)
                        .as("default of %s in %s", found.group(1), file)
                        .isIn(null, found.group(2));
            });
        }
        Stream.of(ClusterVariable.values()).map(Enum::name).forEach(readers::remove);
        assertThat(readers.keySet()).isEqualTo(new TreeSet<>(OPTIONAL_MEANINGS.keySet()));
        return OPTIONAL
                + readers.entrySet().stream()
                        .map(entry -> "| `%s` | %s | `%s` | %s |\n"
                                .formatted(
                                        entry.getKey(),
                                        entry.getValue().stream()
                                                .map(file -> "`" + file + "`")
                                                .collect(Collectors.joining(", ")),
                                        defaults.get(entry.getKey()),
                                        OPTIONAL_MEANINGS.get(entry.getKey())))
                        .collect(Collectors.joining());
    }

    private static String required(String file, String sentence) throws IOException {
        return COMPOSE.formatted(file, sentence)
                + Pattern.compile("\\R")
                        .splitAsStream(Files.readString(ROOT.resolve(file)))
                        .flatMap(line -> REQUIRED_BY_COMPOSE.matcher(line).results())
                        .map(found -> "| `%s` | %s |\n".formatted(found.group(1), found.group(2)))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining());
    }

    private static void append(CommandLine verb, StringBuilder page) {
        CommandLine.Model.CommandSpec spec = verb.getCommandSpec();
        spec.interpolateVariables(false);
        page.append("\n## `%s`\n\n%s\n"
                .formatted(spec.qualifiedName(), text(spec.usageMessage().description())));
        List<ArgSpec> own = spec.args().stream().filter(OptionsPageTest::isOwn).toList();
        if (!own.isEmpty()) {
            page.append("\n| option | default | environment | meaning |\n|---|---|---|---|\n");
        }
        own.forEach(argument -> page.append(row(argument)));
        verb.getSubcommands().values().forEach(below -> append(below, page));
    }

    /** Not one that every verb has. */
    private static boolean isOwn(ArgSpec argument) {
        return !(argument instanceof OptionSpec option)
                || !option.inherited() && !option.usageHelp() && !option.versionHelp();
    }

    /** What the code says of an argument: picocli itself would fill in what the environment of this test holds. */
    private record Declared(String fallback, boolean required) {
        private static final String NONE = "__no_default_value__";

        static Declared of(ArgSpec argument) {
            AnnotatedElement element = (AnnotatedElement) argument.userObject();
            CommandLine.Option option = element.getAnnotation(CommandLine.Option.class);
            if (option != null) {
                return new Declared(option.defaultValue(), option.required());
            }
            CommandLine.Parameters parameters = element.getAnnotation(CommandLine.Parameters.class);
            return new Declared(parameters.defaultValue(), argument.required());
        }

        Optional<MatchResult> environment() {
            return FROM_ENVIRONMENT.matcher(fallback).results().findFirst();
        }

        /** Nothing where there is none. */
        String value() {
            Optional<MatchResult> environment = environment();
            if (environment.isPresent()) {
                return Optional.ofNullable(environment.get().group(2)).orElse("");
            }
            return fallback.equals(NONE) ? "" : fallback;
        }
    }

    private static String row(ArgSpec argument) {
        Declared declared = Declared.of(argument);
        String variable =
                declared.environment().map(found -> "`" + found.group(1) + "`").orElse("");
        String value = declared.value();
        String shown = value.isEmpty() ? declared.required() ? "required" : "" : "`" + value + "`";
        Iterable<String> candidates = argument.completionCandidates();
        String values = candidates == null
                ? ""
                : StreamSupport.stream(candidates.spliterator(), false).collect(Collectors.joining(", "));
        String meaning = text(argument.description())
                .replace(" (${DEFAULT-VALUE})", "")
                .replace("${DEFAULT-VALUE}", value)
                .replace("${COMPLETION-CANDIDATES}", values);
        return "| `%s` | %s | %s | %s |\n".formatted(text(name(argument)), shown, variable, meaning);
    }

    private static String name(ArgSpec argument) {
        if (argument instanceof PositionalParamSpec) {
            return argument.paramLabel();
        }
        OptionSpec option = (OptionSpec) argument;
        return option.longestName() + (option.arity().max() == 0 ? "" : " " + option.paramLabel());
    }

    private static String text(String... lines) {
        return String.join(" ", lines).replace("%n", " ").replace("%%", "%").replace("|", "\\|");
    }
}
