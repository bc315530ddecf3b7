package vaiwg.verification.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code kubectl apply --kustomize} would send of a folder of deploy/kubernetes. */
record KubernetesManifests(List<JsonNode> objects) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Project.ROOT.resolve("deploy/kubernetes");

    static KubernetesManifests of(String folder) throws Exception {
        return at(FOLDER.resolve(folder));
    }

    /** Of one force that has a folder of its own: {@code force} with {@code site}, put together in an empty folder. */
    static KubernetesManifests withSite(Path empty) throws Exception {
        // Kustomize follows no path from the root, and no link.
        Path from = empty.toRealPath();
        Files.writeString(from.resolve("kustomization.yaml"), """
                resources: [%s]
                components: [%s]
                """.formatted(
                        from.relativize(FOLDER.resolve("force")), from.relativize(FOLDER.resolve("site"))));
        return at(from);
    }

    private static KubernetesManifests at(Path folder) throws Exception {
        Project.Answer answer = Project.run("kustomize", Map.of(), "kustomize", "build", folder.toString());
        if (answer.exitCode() != 0) {
            throw new AssertionError(answer.output());
        }
        List<JsonNode> objects = new ArrayList<>();
        for (Object object : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(answer.output())) {
            objects.add(JSON.valueToTree(object));
        }
        return new KubernetesManifests(objects);
    }

    Stream<JsonNode> all(String kind) {
        return objects.stream().filter(object -> object.get("kind").asText().equals(kind));
    }

    JsonNode one(String kind, String name) {
        return all(kind)
                .filter(object -> object.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    /** Of each pod its part of the installation, its specification and that of its containers. */
    List<Pod> pods() {
        List<Pod> pods = new ArrayList<>();
        JsonNode job = one("FlinkDeployment", "vaiwg").get("spec");
        pods.add(new Pod("job", job.at("/podTemplate/spec"), containers(job.at("/podTemplate/spec"))));
        Stream.of(all("Deployment"), all("Job"))
                .flatMap(some -> some)
                .map(object -> object.at("/spec/template"))
                .forEach(template -> pods.add(pod(template)));
        all("CronJob").forEach(cron -> pods.add(pod(cron.at("/spec/jobTemplate/spec/template"))));
        return pods;
    }

    private static Pod pod(JsonNode template) {
        JsonNode spec = template.get("spec");
        return new Pod(
                template.at("/metadata/labels")
                        .path("app.kubernetes.io/component")
                        .asText(),
                spec,
                containers(spec));
    }

    private static List<JsonNode> containers(JsonNode spec) {
        return Stream.concat(
                        DashboardFile.children(spec.path("containers")),
                        DashboardFile.children(spec.path("initContainers")))
                .toList();
    }

    /** What a ConfigMap and a container's own variables tell it; of a secret, where it comes from. */
    Map<String, String> environment(JsonNode container) {
        Map<String, String> told = new HashMap<>();
        for (JsonNode source : container.path("envFrom")) {
            one("ConfigMap", source.at("/configMapRef/name").asText())
                    .get("data")
                    .properties()
                    .forEach(entry -> told.put(entry.getKey(), entry.getValue().asText()));
        }
        for (JsonNode variable : container.path("env")) {
            told.put(
                    variable.get("name").asText(),
                    variable.has("value")
                            ? variable.get("value").asText()
                            : variable.get("valueFrom").toString());
        }
        return told;
    }

    /** @param containers those that are run to their end first among them */
    record Pod(String component, JsonNode spec, List<JsonNode> containers) {}
}
