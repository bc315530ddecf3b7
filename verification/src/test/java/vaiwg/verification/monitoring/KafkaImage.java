package vaiwg.verification.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the image {@code apache/kafka} does, from Maven's jars: its launcher turns {@code KAFKA_*} into {@code server.properties} with
 * the class of Kafka that is called here too, formats the volume, and starts the broker. Its script is a stand-in of two lines.
 */
final class KafkaImage {
    private static final String SCRIPTS = "/opt/kafka/bin";

    private final Path folder;
    private final Path scripts;

    KafkaImage(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.scripts = Files.createDirectories(folder.resolve("bin"));
        script("kafka-broker-api-versions.sh", "org.apache.kafka.tools.BrokerApiVersionsCommand");
    }

    /** Prepares the volume as the image's entry point does, and starts the broker. */
    NativeService start(Map<String, String> environment) throws Exception {
        Path defaults = Files.createDirectories(folder.resolve("defaults"));
        for (String file : List.of("server.properties", "log4j2.yaml", "tools-log4j2.yaml")) {
            Files.writeString(defaults.resolve(file), "");
        }
        Path configuration = Files.createDirectories(folder.resolve("config"));
        NativeService.run(
                java(
                        "kafka.docker.KafkaDockerWrapper",
                        "setup",
                        "--default-configs-dir",
                        defaults.toString(),
                        "--mounted-configs-dir",
                        Files.createDirectories(folder.resolve("mounted")).toString(),
                        "--final-configs-dir",
                        configuration.toString()),
                environment);
        return NativeService.start(
                "kafka",
                java("kafka.Kafka", configuration.resolve("server.properties").toString()),
                environment,
                folder);
    }

    /** A command of a container, with the image's scripts where they are here. */
    List<String> here(List<String> command) {
        return command.stream()
                .map(word -> word.replace(SCRIPTS, scripts.toString()))
                .toList();
    }

    private void script(String name, String mainClass) throws IOException {
        String command = "'" + String.join("' '", java(mainClass)) + "' \"$@\"";
        Path script = Files.writeString(scripts.resolve(name), "#!/bin/sh\nexec " + command + "\n");
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("cannot be made executable: " + script);
        }
    }

    private static List<String> java(String mainClass, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // Most of these live for a second.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dlog4j2.configurationFile=log4j2.properties",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(List.of(arguments));
        return command;
    }
}
