package vaiwg.bench.scale;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;
import vaiwg.bench.measure.ChildJvm;
import vaiwg.demo.embedded.FreePorts;
import vaiwg.jobs.rest.ReadsOnlyFactory;

/** A JobManager and TaskManagers of one slot each, every one a JVM of its own with this one's class path, on the loopback address. */
final class StandaloneCluster implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final List<String> JOB_MANAGER_HEAP = List.of("-Xms128m", "-Xmx512m", "-Xmn96m");

    private static final long POLL_MILLIS = 200;
    private static final long PATIENCE_SECONDS = 30;

    private final Map<Path, Process> processes = new LinkedHashMap<>();
    private final int webPort;

    private StandaloneCluster(int webPort) {
        this.webPort = webPort;
    }

    /** @param folder empty, for what Flink keeps */
    static StandaloneCluster start(Path folder, int taskManagers) throws IOException, InterruptedException {
        List<Integer> ports = FreePorts.find(2);
        Map<String, String> settings = settings(folder, ports.get(0), ports.get(1));
        Files.writeString(
                folder.resolve("config.yaml"),
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + ": " + setting.getValue())
                        .collect(Collectors.joining("\n", "", "\n")));
        StandaloneCluster cluster = new StandaloneCluster(ports.get(1));
        List<String> arguments = List.of("--configDir", folder.toString());
        cluster.start(
                StandaloneSessionClusterEntrypoint.class,
                arguments,
                JOB_MANAGER_HEAP,
                folder.resolve("jobmanager.log"));
        Configuration configuration = Configuration.fromMap(settings);
        TaskExecutorProcessSpec memory = TaskExecutorProcessUtils.processSpecFromConfig(configuration);
        List<String> ofTaskManager = new ArrayList<>(arguments);
        ofTaskManager.addAll(words(TaskExecutorProcessUtils.generateDynamicConfigsStr(memory)));
        List<String> heap = words(ProcessMemoryUtils.generateJvmParametersStr(memory, true));
        for (int i = 0; i < taskManagers; i++) {
            cluster.start(TaskManagerRunner.class, ofTaskManager, heap, folder.resolve("taskmanager-" + i + ".log"));
        }
        try {
            cluster.await(taskManagers);
        } catch (IllegalStateException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    private void start(Class<?> program, List<String> arguments, List<String> settings, Path log) throws IOException {
        processes.put(log, ChildJvm.start(program, arguments, settings, log));
    }

    private static Map<String, String> settings(Path folder, int rpcPort, int webPort) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("jobmanager.rpc.address", HOST);
        settings.put("jobmanager.bind-host", HOST);
        settings.put("jobmanager.rpc.port", Integer.toString(rpcPort));
        settings.put("rest.address", HOST);
        settings.put("rest.bind-address", HOST);
        settings.put("rest.port", Integer.toString(webPort));
        settings.put(ReadsOnlyFactory.READS_ONLY.key(), "false");
        settings.put("taskmanager.host", HOST);
        settings.put("taskmanager.bind-host", HOST);
        settings.put("taskmanager.numberOfTaskSlots", "1");
        settings.put("taskmanager.memory.task.heap.size", "1024m");
        settings.put("taskmanager.memory.managed.size", "64m");
        settings.put("io.tmp.dirs", folder.toString());
        return settings;
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.split(" +"));
    }

    /** Of its page on the loopback address. */
    int webPort() {
        return webPort;
    }

    /** Waits until its page answers and all TaskManagers have come. */
    private void await(int taskManagers) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest overview = HttpRequest.newBuilder(URI.create("http://" + HOST + ":" + webPort + "/overview"))
                .build();
        String complete = "\"taskmanagers\":" + taskManagers + ",";
        while (!answer(client, overview).contains(complete)) {
            requireAlive();
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static String answer(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (ConnectException e) {
            // It does not listen yet.
            return "";
        }
    }

    /** @throws IllegalStateException with what it said, where a process has ended */
    void requireAlive() throws IOException {
        for (Map.Entry<Path, Process> process : processes.entrySet()) {
            if (!process.getValue().isAlive()) {
                throw new IllegalStateException(
                        process.getKey().getFileName() + " ends with: " + Files.readString(process.getKey()));
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        processes.values().forEach(Process::destroy);
        for (Process process : processes.values()) {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
