package vaiwg.verification.monitoring;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a cluster of the tests runs with of Flink itself: jars of the class path of the tests. */
final class EngineJars {
    /** What the distribution brings: the jars that the job's jar leaves out, and what those need. */
    private static final Pattern OWN = Pattern.compile(
            "flink-(annotations|clients|connector-base|connector-datagen|container|core|core-api|datastream"
                    + "|datastream-api|file-sink-common|hadoop-fs|metrics-core"
                    + "|queryable-state-client-java|rpc-.*|runtime|runtime-web|shaded-.*|statebackend-rocksdb|streaming-java)-\\d.*"
                    + "|(log4j|slf4j|commons-(cli|collections|compress|io|lang3|math3|text)|javassist|jsr305|kryo|lz4-java|minlog|objenesis"
                    + "|frocksdbjni|reflectasm|snakeyaml-engine|snappy-java)-.*");

    private static final Pattern METRICS = Pattern.compile("flink-metrics-prometheus-.*");

    private EngineJars() {}

    static Stream<Path> own() {
        return jars(OWN);
    }

    /** The reporter of metrics, which Flink loads as a plugin. */
    static Path metrics() {
        return jars(METRICS).findFirst().orElseThrow();
    }

    /** The names of the artifacts, without their versions. */
    static List<String> names() {
        return own().map(jar -> withoutVersion(jar.getFileName().toString()))
                .distinct()
                .toList();
    }

    /** What stands before the first number of a jar's name. */
    static String withoutVersion(String name) {
        return name.replaceFirst("-\\d.*", "");
    }

    private static Stream<Path> jars(Pattern name) {
        return Stream.of(System.getProperty("java.class.path").split(":"))
                .map(Path::of)
                .filter(jar -> name.matcher(jar.getFileName().toString()).matches());
    }
}
