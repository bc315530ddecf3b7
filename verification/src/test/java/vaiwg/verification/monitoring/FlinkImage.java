package vaiwg.verification.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the image {@code vaiwg-job} does, from Maven's jars: Flink's own jars, the reporter of metrics as a plugin and the two jars of
 * ours; {@code FLINK_PROPERTIES} as the configuration; memory reckoned by Flink; the entry points that {@code job-entrypoint} starts.
 */
final class FlinkImage {
    private static final String RESULT = "BASH_JAVA_UTILS_EXEC_RESULT:";

    private final Path home;
    private final String classPath;

    /** @param restJar what Flink itself loads beside its own jars */
    FlinkImage(Path home, Path jobJar, Path restJar) throws IOException {
        this.home = Files.createDirectories(home);
        this.classPath = Stream.concat(Stream.of(restJar), EngineJars.own())
                .map(Path::toString)
                .collect(Collectors.joining(":"));
        put("plugins/metrics-prometheus", EngineJars.metrics());
        put("usrlib", jobJar);
    }

    /**
     * The job's master, with its arguments after {@code standalone-job}.
     *
     * @param properties what FLINK_PROPERTIES says, with the addresses of this machine
     */
    NativeService jobManager(String properties, List<String> arguments, Map<String, String> environment)
            throws Exception {
        return start(
                "jobmanager",
                "GET_JM_RESOURCE_PARAMS",
                "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint",
                properties,
                Stream.concat(Stream.of("--executionMode", "cluster"), arguments.stream())
                        .toList(),
                environment);
    }

    NativeService taskManager(String properties, Map<String, String> environment) throws Exception {
        return start(
                "taskmanager",
                "GET_TM_RESOURCE_PARAMS",
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                properties,
                List.of(),
                environment);
    }

    /** Runs a command of a container to its end, with Flink's jars where the image has them. */
    void run(List<String> command, Map<String, String> mounts, Map<String, String> environment) throws Exception {
        List<String> here = command.stream()
                .map(word -> word.replace("/opt/flink/lib/*", classPath))
                .map(word -> mounts.entrySet().stream()
                        .reduce(
                                word,
                                (text, mount) -> text.replace(mount.getKey(), mount.getValue()),
                                (first, second) -> second))
                .toList();
        NativeService.run(here, environment);
    }

    /** Flink's command {@code flink}, as an operator calls it in the container of the job's master, to its end; what it says. */
    String client(List<String> arguments, Map<String, String> environment) throws Exception {
        List<String> command = java(List.of(), "org.apache.flink.client.cli.CliFrontend");
        command.addAll(arguments);
        Map<String, String> told = new HashMap<>(environment);
        told.put("FLINK_CONF_DIR", home.resolve("conf-jobmanager").toString());
        return NativeService.run(command, told);
    }

    private NativeService start(
            String name,
            String memory,
            String entryPoint,
            String properties,
            List<String> arguments,
            Map<String, String> environment)
            throws Exception {
        Path configuration = Files.createDirectories(home.resolve("conf-" + name));
        Files.writeString(configuration.resolve("config.yaml"), properties);
        Map<String, String> told = new HashMap<>(environment);
        // Beside it the entry point looks for usrlib.
        told.put("FLINK_LIB_DIR", home.resolve("lib").toString());
        told.put("FLINK_PLUGINS_DIR", home.resolve("plugins").toString());

        List<String> reckon = java(List.of(), "org.apache.flink.runtime.util.bash.BashJavaUtils");
        reckon.addAll(List.of(memory, "--configDir", configuration.toString()));
        List<String> results = NativeService.run(reckon, told)
                .lines()
                .filter(line -> line.startsWith(RESULT))
                .map(line -> line.substring(RESULT.length()).strip())
                .toList();

        List<String> command = java(words(results.get(0)), entryPoint);
        command.addAll(words(results.get(1)));
        command.addAll(List.of("--configDir", configuration.toString()));
        command.addAll(arguments);
        return NativeService.start(name, command, told, home);
    }

    private List<String> java(List<String> flags, String mainClass) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags);
        command.addAll(List.of(
                // They end before compiling to the utmost would pay.
                "-XX:TieredStopAtLevel=1",
                // As the configuration that comes with the image does, among others.
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-Dlog4j2.configurationFile=" + Project.ROOT.resolve("cli/src/main/resources/log4j2.properties"),
                "-cp",
                classPath,
                mainClass));
        return command;
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.split(" +"));
    }

    private void put(String folder, Path jar) throws IOException {
        Files.copy(jar, Files.createDirectories(home.resolve(folder)).resolve(jar.getFileName()));
    }
}
