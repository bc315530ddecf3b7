package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.cli.Vaiwg;

/** What {@code deploy/images} says, without an engine; {@link TryImagesIT} builds and starts the images. */
class ImagesTest {
    private static final String SCRIPTS = "deploy/images/";

    @ParameterizedTest
    @ValueSource(strings = {"vaiwg", "vaiwg-job"})
    void an_image_has_no_root_and_its_base_comes_from_the_site(String image) {
        String stage = ContainerFile.stage(image);
        assertThat(Project.all("^USER (.*)$", stage)).containsExactly("9999:9999");
        assertThat(stage.indexOf("\nUSER ")).isLessThan(stage.indexOf("\nENTRYPOINT "));
        assertThat(stage).contains("org.opencontainers.image.title=\"" + image + "\"");

        String all = Project.text(Project.ROOT.resolve(SCRIPTS + "Containerfile"));
        assertThat(Project.all("^FROM (\\S+) AS", all)).containsExactly("${JDK}", "${BASE}", "run", "run");
        assertThat(Project.all("^(ARG (?:JDK|BASE).*)$", all)).containsExactly("ARG JDK", "ARG BASE");
        assertThat(all).doesNotContain("\nADD ").contains("\nSTOPSIGNAL SIGTERM\n", "\nHEALTHCHECK ");
    }

    @Test
    void the_bill_of_materials_lies_where_the_label_says() {
        assertThat(ContainerFile.stage("build"))
                .contains("target/bom.json /image/common/", "/image/common/bom.json /image/common/sbom.cdx.json");
        assertThat(ContainerFile.stage("run"))
                .contains("/image/common /opt/vaiwg\n", "vaiwg.sbom=\"/opt/vaiwg/sbom.cdx.json\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"job-entrypoint", "flink"})
    void every_class_of_the_engine_that_a_script_starts_is_there(String script) throws Exception {
        List<String> classes = Project.all(
                "(org\\.apache\\.flink\\.[a-z.]+\\.[A-Z]\\w+)", Project.text(Project.ROOT.resolve(SCRIPTS + script)));
        assertThat(classes).isNotEmpty();
        for (String name : classes) {
            assertThat(Class.forName(name, false, getClass().getClassLoader()).getName())
                    .isEqualTo(name);
        }
    }

    @Test
    void the_verbs_start_by_the_commands_main_class() {
        assertThat(ContainerFile.entryPoint("vaiwg"))
                .startsWith("java")
                .endsWith("/opt/vaiwg/lib/*", Vaiwg.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "job-entrypoint"})
    void a_script_that_is_told_nothing_says_what_it_wants(String script) throws Exception {
        Project.Answer answer = Project.run("dash", Map.of(), "sh", SCRIPTS + script);

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.output()).contains(script.equals("build") ? "--base" : "say standalone-job, taskmanager");
    }
}
