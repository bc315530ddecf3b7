package vaiwg.verification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.jobs.store.Database;
import vaiwg.jobs.store.Migrations;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** {@code docker-compose.conduct.yml}: figures of conduct are on a Grafana of their own, and nowhere else. */
@Timeout(300)
class ConductServerIT {
    private static final String FILE = "docker-compose.conduct.yml";
    private static final String SOURCE = "vaiwg-conduct";
    private static final String LOGIN = "vaiwg_grafana_conduct";
    private static final Map<String, String> PASSWORDS = Map.of(
            "VAIWG_CONDUCT_DATABASE_PASSWORD", ComposeFile.SECRET, "VAIWG_CONDUCT_ADMIN_PASSWORD", "of-the-admin");

    @TempDir
    private Path folder;

    @Test
    void its_dashboard_has_every_restricted_figure_and_asks_its_own_source_alone() {
        List<DashboardFile> dashboards = DashboardFile.ofConduct().toList();

        assertThat(dashboards).extracting(DashboardFile::uid).containsExactly("vaiwg-conduct");
        DashboardFile dashboard = dashboards.get(0);
        assertThat(dashboard.sources()).isNotEmpty().containsOnly(SOURCE);
        assertThat(dashboard.expressions()).isEmpty();
        assertThat(dashboard.queries())
                .as("by the dictionary, so that a further one needs no edit")
                .anyMatch(query -> query.contains("WHERE m.restricted AND m.read_basis IS NOT NULL"));
        List<String> restricted = ShippedCatalogue.get().measures().stream()
                .filter(Measure::isRestricted)
                .map(Measure::slug)
                .toList();
        assertThat(Project.all("'((?:police|conduct|complaints)_\\w+)'", String.join("\n", dashboard.queries())))
                .isNotEmpty()
                .allMatch(restricted::contains);
        assertThat(dashboard.json().toString()).doesNotContain("/d/");
    }

    @Test
    void no_other_dashboard_has_its_source_or_asks_for_conduct() {
        assertThat(DashboardFile.all())
                .isNotEmpty()
                .noneMatch(dashboard -> dashboard.sources().contains(SOURCE))
                .noneMatch(dashboard -> String.join("\n", dashboard.queries()).contains("_conduct"));
        assertThat(source("grafana/provisioning/datasources/vaiwg.yml", "/datasources"))
                .allSatisfy(source -> assertThat(source.get("uid").asText()).isNotEqualTo(SOURCE))
                .allSatisfy(source -> assertThat(source.path("user").asText()).isNotEqualTo(LOGIN));
        assertThat(source("grafana/conduct/provisioning/datasources/conduct.yml", "/datasources"))
                .singleElement()
                .satisfies(source -> {
                    assertThat(source.get("uid").asText()).isEqualTo(SOURCE);
                    assertThat(source.get("user").asText()).isEqualTo(LOGIN);
                    assertThat(source.at("/secureJsonData/password").asText())
                            .isEqualTo("$__file{/run/secrets/conduct_database_password}");
                });
    }

    @Test
    void its_alerts_ask_its_own_source_and_are_mailed_to_professional_standards_alone_without_a_figure()
            throws Exception {
        String file = Project.text(Project.ROOT.resolve("grafana/conduct/provisioning/alerting/rules.json"));
        assertThat(file)
                .as("Grafana takes what follows a dollar sign for a variable")
                .doesNotContain("$");
        JsonNode rules = Project.json(file).at("/groups/0/rules");
        assertThat(rules).hasSizeGreaterThan(2);
        Set<String> uids = new HashSet<>();
        for (JsonNode rule : rules) {
            assertThat(rule.findValuesAsText("datasourceUid")).containsExactly(SOURCE, "__expr__");
            assertThat(rule.get("condition")).isEqualTo(rule.at("/data/1/refId"));
            assertThat(rule.at("/data/1/model/expression")).isEqualTo(rule.at("/data/0/refId"));
            assertThat(rule.get("annotations").toString())
                    .as("a template could show a figure")
                    .doesNotContain("{{");
            assertThat(uids.add(rule.get("uid").asText())).isTrue();
            assertThat(DashboardFile.ofConduct()
                            .findFirst()
                            .orElseThrow()
                            .json()
                            .findValuesAsText("title"))
                    .as("the chart that the text names")
                    .contains(rule.at("/annotations/description").asText().replaceAll("(?s).*“(.+)”.*", "$1"));
        }

        JsonNode recipients =
                Project.yaml(Project.ROOT.resolve("grafana/conduct/provisioning/alerting/recipients.yml"));
        assertThat(recipients.at("/policies")).hasSize(1);
        assertThat(recipients.at("/policies/0/receiver")).isEqualTo(recipients.at("/contactPoints/0/name"));
        assertThat(recipients.at("/policies/0/routes").isMissingNode()).isTrue();
        assertThat(recipients.at("/contactPoints")).hasSize(1);
        assertThat(recipients.at("/contactPoints/0/receivers")).singleElement().satisfies(receiver -> {
            assertThat(receiver.get("type").asText()).isEqualTo("email");
            assertThat(receiver.at("/settings/addresses").asText()).isEqualTo("$VAIWG_CONDUCT_MAIL");
        });
        JsonNode compose = both(PASSWORDS);
        JsonNode environment = compose.at("/services/grafana-conduct/environment");
        assertThat(environment.get("VAIWG_CONDUCT_MAIL").asText()).contains("@");
        assertThat(environment.get("GF_SMTP_HOST").asText())
                .as("the relay that Alertmanager uses too")
                .isEqualTo(Project.yaml(Project.ROOT.resolve("prometheus/alertmanager.yml"))
                        .at("/global/smtp_smarthost")
                        .asText());
        assertThat(compose.at("/services/grafana-conduct/extra_hosts"))
                .isEqualTo(compose.at("/services/alertmanager/extra_hosts"));
    }

    @Test
    void it_is_not_there_without_its_file_and_has_no_password_or_port_of_the_other() throws Exception {
        assertThat(ComposeFile.read().json().toString()).doesNotContain("conduct-login", "grafana-conduct", "CONDUCT");

        JsonNode compose = both(PASSWORDS);
        JsonNode grafana = compose.at("/services/grafana-conduct");
        assertThat(grafana.get("image")).isEqualTo(compose.at("/services/grafana/image"));
        assertThat(compose.at("/services/conduct-login/image")).isEqualTo(compose.at("/services/postgres/image"));
        assertThat(grafana.get("secrets").findValuesAsText("source"))
                .containsExactlyInAnyOrder("conduct_admin_password", "conduct_database_password");
        assertThat(compose.at("/services/grafana/secrets").findValuesAsText("source"))
                .containsExactlyInAnyOrder("grafana_admin_password", "grafana_database_password");
        assertThat(grafana.get("ports").findValuesAsText("host_ip")).containsExactly("127.0.0.1");
        assertThat(grafana.get("ports").findValuesAsText("published"))
                .doesNotContainAnyElementsOf(
                        compose.at("/services/grafana/ports").findValuesAsText("published"));
        assertThat(grafana.get("volumes").findValuesAsText("target"))
                .containsAll(Project.all(
                        "path: (\\S+)",
                        Project.text(Project.ROOT.resolve("grafana/conduct/provisioning/dashboards/conduct.yml"))));
        for (JsonNode mount : grafana.get("volumes")) {
            if (mount.get("type").asText().equals("bind")) {
                assertThat(Path.of(mount.get("source").asText())).startsWith(Project.ROOT.resolve("grafana/conduct"));
            } else {
                assertThat(compose.at("/services/grafana/volumes").findValuesAsText("source"))
                        .doesNotContain(mount.get("source").asText());
            }
        }
    }

    @Test
    void its_login_reads_conduct_and_writes_nothing_and_the_readers_login_reads_none() throws Exception {
        try (EmbeddedDatabase postgres = EmbeddedDatabase.start(folder.resolve("postgres"))) {
            DatabaseLogins.make(ComposeFile.read(), folder, postgres);
            Migrations.apply(login(postgres, "vaiwg_owner", ComposeFile.SECRET));
            makeLogin(postgres, "the first");
            makeLogin(postgres, ComposeFile.SECRET);

            try (Connection connection =
                            login(postgres, LOGIN, ComposeFile.SECRET).connect();
                    Statement statement = connection.createStatement()) {
                try (ResultSet row = statement.executeQuery(
                        "SELECT current_setting('statement_timeout'), rolconnlimit, rolsuper, (SELECT count(*) FROM"
                                + " kpi_value_conduct) FROM pg_roles WHERE rolname = current_user")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).isEqualTo("1min");
                    assertThat(row.getInt(2)).isEqualTo(5);
                    assertThat(row.getBoolean(3)).isFalse();
                }
                for (String sql : List.of(
                        "DELETE FROM kpi_value_pack", "SELECT FROM kpi_value_every", "SELECT FROM kpi_value_row")) {
                    assertThatThrownBy(() -> statement.execute(sql))
                            .as(sql)
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("permission denied");
                }
            }
            try (Connection connection =
                            login(postgres, "vaiwg_grafana", ComposeFile.SECRET).connect();
                    Statement statement = connection.createStatement()) {
                for (String view : List.of("kpi_value_conduct", "kpi_day_conduct")) {
                    assertThatThrownBy(() -> statement.execute("SELECT FROM " + view))
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("permission denied");
                }
            }
        }
    }

    /** The service's script, as its command runs it at each start. */
    private void makeLogin(EmbeddedDatabase postgres, String password) throws Exception {
        Path secret = Files.writeString(folder.resolve("conduct_database_password"), password + "\n");
        Path script = Files.writeString(
                folder.resolve("conduct-login.sql"),
                both(PASSWORDS)
                        .at("/configs/conduct-login/content")
                        .asText()
                        .replace("$$", "$")
                        .replace("/run/secrets/conduct_database_password", secret.toString()));
        DatabaseLogins.run(script, postgres);
    }

    private static Database login(EmbeddedDatabase postgres, String user, String password) {
        return new Database("jdbc:postgresql://127.0.0.1:" + postgres.port() + "/vaiwg", user, password);
    }

    private static List<JsonNode> source(String file, String pointer) {
        List<JsonNode> sources = new ArrayList<>();
        Project.yaml(Project.ROOT.resolve(file)).at(pointer).forEach(sources::add);
        return sources;
    }

    private static JsonNode both(Map<String, String> passwords) throws Exception {
        return ComposeFile.readWith(FILE, passwords).json();
    }
}
