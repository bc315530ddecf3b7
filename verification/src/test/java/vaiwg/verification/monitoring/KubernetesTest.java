package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.jobs.ClusterJob;
import vaiwg.jobs.ClusterVariable;

/** {@code deploy/kubernetes} as kustomize renders it: no cluster is asked. What runs is what docker-compose.yml runs. */
class KubernetesTest {
    private static final String JOB = "vaiwg";

    private static Map<String, KubernetesManifests> manifests;
    private static ComposeFile compose;

    @BeforeAll
    static void render() throws Exception {
        manifests = new HashMap<>();
        for (String folder : List.of("force", "nation")) {
            manifests.put(folder, KubernetesManifests.of(folder));
        }
        compose = ComposeFile.read();
    }

    @ParameterizedTest
    @ValueSource(strings = {"force", "nation"})
    void every_object_has_the_fields_of_its_kind_and_nothing_is_left_to_fill_in(String folder) {
        KubernetesFields fields = new KubernetesFields();
        assertThat(manifests.get(folder).objects()).hasSizeGreaterThan(15).allSatisfy(object -> {
            assertThat(fields.mistakes(object)).isEmpty();
            assertThat(object.toString()).doesNotContain("set-me");
        });
    }

    @Test
    void a_field_that_is_misspelt_missing_or_of_another_type_is_a_mistake() {
        KubernetesFields fields = new KubernetesFields();
        JsonNode wrong = Project.json("""
                {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "it"},
                 "spec": {"selectors": {}, "ports": [{"port": "https"}]}}""");

        assertThat(fields.mistakes(wrong))
                .containsExactlyInAnyOrder(
                        "Service it.spec.selector is missing",
                        "Service it.spec.selectors is no field of ServiceSpec",
                        "Service it.spec.ports[0].port is \"https\", not integer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"force", "nation"})
    void the_job_is_told_all_that_it_may_be_told_and_what_compose_fixes(String folder) {
        KubernetesManifests rendered = manifests.get(folder);
        Map<String, String> told =
                rendered.environment(rendered.pods().get(0).containers().get(0));

        Set<String> variables = Arrays.stream(ClusterVariable.values())
                .map(ClusterVariable::name)
                .collect(Collectors.toSet());
        assertThat(told.keySet()).isEqualTo(variables);
        assertThat(ClusterVariable.values())
                .filteredOn(ClusterVariable::isRequired)
                .allMatch(variable -> !told.get(variable.name()).isBlank());
        JsonNode inCompose = compose.service("jobmanager").get("environment");
        for (String fixed : List.of("VAIWG_CHECKPOINTS", "VAIWG_STATE_BACKEND", "VAIWG_DATABASE_USER")) {
            assertThat(told.get(fixed)).as(fixed).isEqualTo(inCompose.get(fixed).asText());
        }
        assertThat(told.get("VAIWG_DATABASE_PASSWORD")).contains("secretKeyRef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"force", "nation"})
    void the_engine_is_set_as_in_compose_and_has_a_slot_for_each_instance(String folder) {
        KubernetesManifests rendered = manifests.get(folder);
        JsonNode spec = rendered.one("FlinkDeployment", JOB).get("spec");
        JsonNode settings = spec.get("flinkConfiguration");

        Map<String, String> inCompose = compose.service("jobmanager")
                .at("/environment/FLINK_PROPERTIES")
                .asText()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        // Of the operator: addresses and memory. Of one machine: the address of its page. Of each: slots, and where the
        // token lies.
        inCompose
                .keySet()
                .removeIf(name -> name.contains(".memory.")
                        || Set.of(
                                        "jobmanager.rpc.address",
                                        "web.access-control-allow-origin",
                                        "taskmanager.numberOfTaskSlots",
                                        "vaiwg.operator-token-file")
                                .contains(name));
        assertThat(inCompose)
                .hasSizeGreaterThan(4)
                .allSatisfy((name, value) ->
                        assertThat(settings.path(name).asText()).as(name).isEqualTo(value));
        assertThat(settings.get("high-availability.type").asText()).isEqualTo("kubernetes");
        assertThat(settings.get("high-availability.storageDir").asText()).startsWith("file:///checkpoints/");

        assertThat(spec.at("/job/entryClass").asText()).isEqualTo(ClusterJob.class.getName());
        assertThat(spec.at("/job/upgradeMode").asText()).isEqualTo("savepoint");
        int parallelism = spec.at("/job/parallelism").asInt();
        assertThat(rendered.one("ConfigMap", "vaiwg-job")
                        .at("/data/VAIWG_PARALLELISM")
                        .asInt())
                .isEqualTo(parallelism);
        assertThat(spec.at("/taskManager/replicas").asInt()
                        * settings.get("taskmanager.numberOfTaskSlots").asInt())
                .isGreaterThanOrEqualTo(parallelism);
        assertThat(spec.at("/logConfiguration/log4j-console.properties").asText())
                .isEqualTo(Project.text(Project.ROOT.resolve("deploy/images/log4j-console.properties")));
        // Where the operator mounts an empty folder, the jar may not lie.
        String jar = spec.at("/job/jarURI").asText();
        assertThat(jar).isEqualTo("local:///opt/vaiwg/vaiwg-jobs.jar");
        assertThat(ContainerFile.stage("vaiwg-job")).contains("/image/job /opt/vaiwg\n");
    }

    @Test
    void topics_tables_and_pages_are_called_as_compose_calls_them() {
        KubernetesManifests rendered = manifests.get("force");
        for (String service : List.of("topics", "migrate")) {
            JsonNode container = rendered.one("Job", "vaiwg-" + service).at("/spec/template/spec/containers/0");
            assertThat(container.get("command"))
                    .as(service)
                    .isEqualTo(compose.service(service).get("entrypoint"));
            assertThat(rendered.environment(container).keySet())
                    .as(service)
                    .containsAll(names(compose.service(service).get("environment")));
        }
        JsonNode pages = rendered.one("Deployment", "vaiwg-pages").at("/spec/template/spec/containers/0");
        String board = Project.text(Project.ROOT.resolve("docker-compose.board.yml"));
        for (JsonNode word : pages.get("args")) {
            assertThat(board).contains("      - " + word.asText() + "\n");
        }
    }

    @Test
    void a_forces_folder_is_where_the_job_has_it_in_all_that_reads_it_and_nobody_writes_it(@TempDir Path empty)
            throws Exception {
        KubernetesManifests rendered = KubernetesManifests.withSite(empty);
        KubernetesFields fields = new KubernetesFields();
        assertThat(rendered.objects())
                .allSatisfy(object -> assertThat(fields.mistakes(object)).isEmpty());
        String mounted =
                "{\"mountPath\":\"/etc/vaiwg/sites/west-midlands\",\"name\":\"site-west-midlands\",\"readOnly\":true}";
        String volume = "{\"configMap\":{\"name\":\"vaiwg-site-west-midlands\"},\"name\":\"site-west-midlands\"}";

        Set<String> readers = new TreeSet<>();
        for (KubernetesManifests.Pod pod : rendered.pods()) {
            for (JsonNode container : pod.containers()) {
                Set<String> told = rendered.environment(container).keySet();
                assertThat(container.get("volumeMounts").toString().contains(mounted))
                        .as("%s is told of the folder", pod.component())
                        .isEqualTo(told.contains("VAIWG_SITES"));
                if (told.contains("VAIWG_SITES")) {
                    readers.add(pod.component());
                    assertThat(pod.spec().get("volumes").toString()).contains(volume);
                }
            }
        }
        assertThat(readers).containsExactly("digest", "job", "pages", "reconcile");
    }

    /** A site that moves from one machine to a cluster is written to at the same hours. */
    @Test
    void mails_go_out_when_the_timers_of_the_runbook_send_them() {
        KubernetesManifests rendered = manifests.get("force");
        assertThat(rendered.one("CronJob", "vaiwg-digest").at("/spec/schedule").asText())
                .isEqualTo("0 7 * * 1");
        assertThat(rendered.one("CronJob", "vaiwg-reminders")
                        .at("/spec/schedule")
                        .asText())
                .isEqualTo("10 7 * * *");
        assertThat(Project.all(
                        "OnCalendar=(.* 07:[0-9]+ Europe/London)",
                        Project.text(Project.ROOT.resolve("docs/runbook.md"))))
                .containsExactly("Mon 07:00 Europe/London", "*-*-* 07:10 Europe/London");
    }

    @ParameterizedTest
    @ValueSource(strings = {"force", "nation"})
    void the_boards_secretary_gets_a_copy_of_reminders_and_of_no_weekly_mail(String folder) {
        KubernetesManifests rendered = manifests.get(folder);
        JsonNode writes =
                rendered.one("CronJob", "vaiwg-reminders").at("/spec/jobTemplate/spec/template/spec/initContainers/0");
        assertThat(writes.get("args").toString()).contains("\"--secretary=$(VAIWG_SECRETARY)\"");
        assertThat(rendered.environment(writes).get("VAIWG_SECRETARY")).contains("vaiwg-mails", "VAIWG_SECRETARY");
        assertThat(rendered.one("ConfigMap", "vaiwg-mails")
                        .at("/data/VAIWG_SECRETARY")
                        .asText())
                .matches("[^@ ]+@[^@ ]+");
        assertThat(rendered.one("CronJob", "vaiwg-digest")
                        .at("/spec/jobTemplate/spec/template/spec/initContainers/0/args")
                        .toString())
                .doesNotContain("--secretary");
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"force", "nation"})
    void no_pod_has_root_rights_or_a_root_file_system_that_can_be_written(String folder) {
        List<KubernetesManifests.Pod> pods = manifests.get(folder).pods();
        assertThat(pods).hasSize(8).allSatisfy(pod -> {
            assertThat(pod.spec().at("/securityContext/runAsNonRoot").asBoolean())
                    .isTrue();
            assertThat(pod.spec().at("/securityContext/seccompProfile/type").asText())
                    .isEqualTo("RuntimeDefault");
            assertThat(pod.spec().get("automountServiceAccountToken").asBoolean())
                    .as(pod.component())
                    .isEqualTo(pod.component().equals("job"));
            assertThat(pod.containers()).isNotEmpty().allSatisfy(container -> {
                JsonNode security = container.get("securityContext");
                assertThat(security.get("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(security.get("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(security.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
                // Of the job the operator says how much, from the memory of its process.
                assertThat(container.has("resources") || pod.component().equals("job"))
                        .isTrue();
            });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"force", "nation"})
    void secrets_are_named_and_not_there_and_the_page_says_which(String folder) {
        assertThat(manifests.get(folder).all("Secret")).isEmpty();
        String page = Project.text(Project.ROOT.resolve("docs/deploy.md"));
        Set<String> secrets = new TreeSet<>();
        manifests.get(folder).objects().forEach(object -> {
            secrets.addAll(object.findValuesAsText("secretName"));
            object.findValues("secretKeyRef")
                    .forEach(key -> secrets.add(key.get("name").asText()));
        });
        assertThat(secrets)
                .hasSizeGreaterThan(3)
                .allSatisfy(secret -> assertThat(page).contains("`" + secret + "`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"force", "nation"})
    void nothing_passes_the_network_but_what_is_named(String folder) {
        KubernetesManifests rendered = manifests.get(folder);
        JsonNode all = rendered.one("NetworkPolicy", "vaiwg-nothing-else").get("spec");
        assertThat(all.toString()).isEqualTo("{\"podSelector\":{},\"policyTypes\":[\"Ingress\",\"Egress\"]}");
        // Whoever may change the job by its port is one namespace; the job's own processes need no port of it named.
        List<JsonNode> rest = rendered.all("NetworkPolicy")
                .flatMap(policy -> DashboardFile.children(policy.at("/spec/ingress")))
                .filter(rule -> rule.path("ports").toString().contains("8081"))
                .toList();
        assertThat(rest)
                .singleElement()
                .satisfies(rule -> assertThat(rule.get("from").findValuesAsText("kubernetes.io/metadata.name"))
                        .containsExactly("flink-operator"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"force", "nation"})
    void what_runs_on_is_asked_whether_it_lives_and_images_are_of_this_version(String folder) {
        KubernetesManifests rendered = manifests.get(folder);
        JsonNode job = rendered.one("FlinkDeployment", JOB).get("spec");
        for (JsonNode container : List.of(
                job.at("/jobManager/podTemplate/spec/containers/0"),
                job.at("/taskManager/podTemplate/spec/containers/0"),
                rendered.one("Deployment", "vaiwg-pages").at("/spec/template/spec/containers/0"))) {
            assertThat(container.has("startupProbe") && container.has("livenessProbe"))
                    .isTrue();
        }
        List<String> ours = rendered.objects().stream()
                .flatMap(object -> object.findValuesAsText("image").stream())
                .filter(image -> image.contains("/vaiwg"))
                .toList();
        assertThat(ours).hasSizeGreaterThan(6).allMatch(image -> image.endsWith(":" + Project.version()));
    }
}
