package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.DemoProcess;
import vaiwg.demo.WebPage;
import vaiwg.demo.embedded.EmbeddedPrometheus;
import vaiwg.demo.embedded.FreePorts;
import vaiwg.jobs.store.Database;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.verification.Today;
import vaiwg.verification.command.SiteAccounts;

/**
 * References of crimes and pseudonyms of victims that can be recognised are played through a whole run, among them a late record and one that
 * cannot be used: they are nowhere in what the command and the servers beside it say, publish, send or write, unless who asks may see cases.
 */
@Timeout(600)
@ExtendWith(InstallationExtension.class)
class PlantedReferencesIT {
    private static final String PLANTED = ExplainCommandIT.PLANTED;
    private static final String ALARM = "VaiwgAttritionAct";
    private static final String[] FIGURE = {
        "--kpi", "recorded_offences", "--basis", "recorded", "--window", "28d", "--slice", "theme=stalking_harassment"
    };

    /** Rules of alerts ask what is new: see {@link QuickRules}. */
    private final LocalDate end = Today.byTheClock().minusDays(1);

    private final Map<String, String> outputs = new TreeMap<>();

    @TempDir
    private Path folder;

    private PlantedOutputs others;

    @Test
    void planted_references_are_in_no_output_but_that_of_who_may_see_cases(Installation installation) throws Exception {
        others = new PlantedOutputs(folder, outputs);
        EventLog log = installation.newLog();
        sendUnusable(log);
        log.send(new MistakenForce(end.minusDays(4))
                .history(end).stream().map(PlantedReferencesIT::planted).toList());
        log.completeThrough(LondonDays.startOf(end));
        Database database = installation.newDatabase();
        Path servers = installation.newFolder("servers");
        Path alerts = Files.createDirectories(servers.resolve("alerts"));
        List<Integer> ports = FreePorts.find(2);
        try (Webhook webhook = new Webhook();
                Mailbox mailbox = new Mailbox();
                Alertmanager alertmanager = AlertToOwnerIT.alertmanager(alerts, webhook, mailbox);
                EmbeddedPrometheus prometheus =
                        AlertToOwnerIT.prometheus(servers.resolve("prometheus"), alertmanager)) {
            try (DemoProcess run = run(log, database, prometheus, ports)) {
                prometheus.scrape(ports.get(1));
                run.awaitEffect("the newest midnight is published", () -> isPublished(database));
                log.send(List.of(late()));
                run.awaitEffect("what comes late is listed", () -> isLateListed(database));
                run.awaitEffect("what cannot be used is counted", () -> unusable(ports.get(1)) == 1);
                run.awaitEffect(
                        "the alarm is told",
                        () -> !webhook.told(ALARM, "firing").isEmpty()
                                && !mailbox.letters().isEmpty());
                String flink = "http://127.0.0.1:" + ports.get(0);
                outputs.put("metrics of the job", page("http://127.0.0.1:" + ports.get(1) + "/metrics"));
                outputs.put("jobs on Flink's page", page(flink + "/jobs/overview"));
                outputs.put("settings on Flink's page", page(flink + "/jobmanager/config"));
                run.interrupt();
                assertThat(run.awaitEnd()).isEqualTo(130);
                outputs.put("output of run", run.output());
                outputs.put("log of run", run.errors());
            }
            ofPrometheus(prometheus);
            outputs.put("alerts", webhook.messages().toString());
            outputs.put("e-mails of alerts", mailbox.letters().toString());
        }
        logs(servers);
        outputs.put("postgres.log", text(servers.resolveSibling("postgres").resolve("postgres.log")));
        commands(log, database);

        others.requireNone();
        assertThat(outputs.keySet())
                .as("what was searched")
                .contains("postgres.log", "prometheus.log", "alertmanager.log")
                .contains("report/index.html", "report/report.pdf", "report/report.xlsx")
                .contains("report/report.json", "report/figures.csv", "values of the label kpi")
                .contains("answer of validate", "answer of profile --json", "manifest of the backup", "log of serve")
                .contains("answer of topics --check", "answer of import", "answer of load --rejects", "answer of note")
                .contains("answer of compare", "metric of reconcile")
                .contains("kpi_value.parquet", "kpi_day.parquet", "kpi_value.csv.gz", "kpi_day.csv.gz")
                .anyMatch(name -> name.startsWith("digest/") && name.endsWith(".eml"));
        assertThat(ExplainCommandIT.columnsWithPlanted(database))
                .as("columns of tables")
                .isEmpty();
        Answer role = explain(log, database, "yes");
        assertThat(role.exitCode()).as(role.errors()).isZero();
        assertThat(role.output()).as("who may see cases is shown them").contains("case " + PLANTED);
        assertThat(role.errors()).doesNotContain(PLANTED);

        others.ofErasure(log, database, PLANTED + "mistaken-0");
        others.requireNone();
        assertThat(ExplainCommandIT.columnsWithPlanted(database))
                .as("columns of tables after who has the role, and an erasure")
                .isEmpty();
    }

    /** The same record, of a crime and a victim that are recognised. */
    private static FeedRecord planted(FeedRecord record) {
        String reference = PLANTED + record.key();
        if (record.value() instanceof CrimeRecording crime) {
            crime.setCrimeReference(reference);
            // With a day in it, it would be rejected as personal data.
            crime.getVictim().setPersonId(PLANTED + Integer.toHexString(reference.hashCode()));
        } else if (record.value() instanceof Outcome outcome) {
            outcome.setCrimeReference(reference);
        }
        return new FeedRecord(record.stream(), reference, record.timestamp(), record.value());
    }

    private void sendUnusable(EventLog log) throws Exception {
        byte[] unusable = (PLANTED + "is no Avro").getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", log.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            Instant at = LondonDays.startOf(end.minusDays(2));
            producer.send(new ProducerRecord<>(
                            log.topic(EventStream.CRIME_RECORDING), 0, at.toEpochMilli(), unusable, unusable))
                    .get();
        }
    }

    private DemoProcess run(EventLog log, Database database, EmbeddedPrometheus prometheus, List<Integer> ports)
            throws Exception {
        List<String> command = DemoProcess.command(System.getProperty("java.class.path"));
        command.addAll(List.of("run", "--forces", SmallCase.FORCE, "--no-heartbeat"));
        command.addAll(List.of("--kafka", log.bootstrapServers(), "--topic-prefix", log.prefix()));
        command.addAll(DatabaseArguments.of(database, folder));
        command.addAll(List.of("--remote-write", prometheus.url() + "/api/v1/write"));
        command.addAll(List.of("--checkpoints", folder.resolve("checkpoints").toString(), "--checkpoint-every", "1"));
        command.addAll(List.of("--daily-from", end.minusDays(2).toString()));
        command.addAll(List.of("--web-port", ports.get(0).toString()));
        command.addAll(List.of("--metrics-port", ports.get(1).toString()));
        return DemoProcess.start(command, folder);
    }

    /** Of a day that is published already. */
    private FeedRecord late() {
        SmallCase late = new SmallCase("late");
        Instant changed = LondonDays.startOf(end.minusDays(3)).plus(Duration.ofHours(8));
        return planted(
                late.delivered(late.crime(changed), LondonDays.startOf(end).plus(Duration.ofHours(1))));
    }

    private boolean isPublished(Database database) throws Exception {
        return isThere(database, "SELECT FROM kpi_snapshot WHERE as_at = DATE '" + end + "'");
    }

    private static boolean isLateListed(Database database) throws Exception {
        return isThere(database, "SELECT FROM late_event");
    }

    private static boolean isThere(Database database, String rows) throws Exception {
        return Figures.lines(database, "SELECT EXISTS (" + rows + ")").equals(List.of("t"));
    }

    private static double unusable(int metricsPort) throws Exception {
        return JobRun.metric(metricsPort, "stream_reason_vaiwg_dead_letters_total", "reason=\"undecodable\"");
    }

    private static String page(String url) throws Exception {
        return WebPage.get(url).body();
    }

    /** Names and values of labels, alerts, rules, targets. */
    private void ofPrometheus(EmbeddedPrometheus prometheus) throws Exception {
        String labels = page(prometheus.url() + "/api/v1/labels");
        outputs.put("names of labels", labels);
        for (JsonNode label : new ObjectMapper().readTree(labels).get("data")) {
            outputs.put(
                    "values of the label " + label.asText(),
                    page(prometheus.url() + "/api/v1/label/" + label.asText() + "/values"));
        }
        for (String what : List.of("alerts", "rules", "targets")) {
            outputs.put(what + " of Prometheus", page(prometheus.url() + "/api/v1/" + what));
        }
    }

    private void logs(Path servers) throws Exception {
        try (Stream<Path> walk = Files.walk(servers)) {
            for (Path log :
                    walk.filter(file -> file.toString().endsWith(".log")).toList()) {
                outputs.put(log.getFileName().toString(), text(log));
            }
        }
    }

    /** What commands say and write for who has no right to cases. */
    private void commands(EventLog log, Database database) throws Exception {
        Path report = folder.resolve("report");
        List<String> asked = List.of("report", "--force", SmallCase.FORCE, "--as-at", end.toString());
        say("report", 0, asked, List.of("--tier", "internal", "--out", report.toString()), database);
        files(report);
        Path digest = folder.resolve("digest");
        say("digest", 0, List.of("digest", "--force", SmallCase.FORCE), List.of("--out", digest.toString()), database);
        files(digest);
        List<String> kafka =
                List.of("--forces", SmallCase.FORCE, "--kafka", log.bootstrapServers(), "--topic-prefix", log.prefix());
        say("doctor", 1, List.of("doctor", "--json"), kafka, database);
        PlantedFeeds feeds = new PlantedFeeds(others);
        feeds.ofSamples();
        feeds.ofTopics(log);
        others.ofTables(database, end);
        others.ofBackup(log, database);
        others.ofPages(database, report.resolve("report.json"));
        plantAnotherNumber(database);
        say("reconcile", 1, List.of("reconcile"), kafka, database);
        Path metric = folder.resolve("reconcile.prom");
        List<String> reconcile = List.of("reconcile", "--json", "--textfile", metric.toString());
        say("reconcile --json", 1, reconcile, kafka, database);
        outputs.put("metric of reconcile", text(metric));
        assertThat(outputs.get("answer of reconcile --json")).contains("recorded_offences");
        Answer refused = explain(log, database, "no");
        assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(2);
        outputs.put("answer of explain", refused.toString());
    }

    private void say(String name, int exitCode, List<String> verb, List<String> options, Database database)
            throws Exception {
        List<String> arguments = new ArrayList<>(verb);
        arguments.addAll(options);
        arguments.addAll(DatabaseArguments.of(database, folder));
        Answer answer = Answer.to(arguments.toArray(String[]::new));
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(exitCode);
        outputs.put("answer of " + name, answer.toString());
    }

    private void files(Path root) throws Exception {
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                outputs.put(root.getParent().relativize(file).toString(), text(file));
            }
        }
        outputs.put("names of files in " + root.getFileName(), outputs.keySet().toString());
    }

    /** As far as it can be searched: what is printed, what is packed, else the bytes as they are. */
    private static String text(Path file) throws Exception {
        if (file.toString().endsWith(".pdf")) {
            return ReportTexts.printed(file.getParent());
        }
        if (file.toString().endsWith(".xlsx")) {
            return unpacked(file);
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static String unpacked(Path file) throws Exception {
        StringBuilder text = new StringBuilder();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(entry.getName()).append('\n');
                text.append(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    private Answer explain(EventLog log, Database database, String cases) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("explain", "--why", "Query of the registrar"));
        arguments.addAll(List.of("--force", SmallCase.FORCE, "--forces", SmallCase.FORCE));
        arguments.addAll(List.of("--kafka", log.bootstrapServers(), "--topic-prefix", log.prefix()));
        arguments.addAll(List.of("--as-at", end.toString()));
        arguments.addAll(List.of(FIGURE));
        arguments.addAll(DatabaseArguments.of(database, folder));
        arguments.addAll(SiteAccounts.options(folder));
        Files.writeString(folder.resolve("grants.txt"), "[" + SiteAccounts.LOGIN + "]\ncases = " + cases + "\n");
        return Answer.to(arguments.toArray(String[]::new));
    }

    /** So that a reconciliation has something to name. */
    private void plantAnotherNumber(Database database) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            assertThat(statement.executeUpdate("""
                            UPDATE kpi_value_pack v SET numerators[p.place] = numerators[p.place] + 1
                            FROM kpi_pack_place p JOIN kpi_series s USING (series_id)
                            WHERE v.pack_id = p.pack_id AND v.as_at = DATE '%s' AND s.kpi = 'recorded_offences'
                                AND s.basis = 'recorded' AND s."window" = '28d' AND s.slice = ''
                            """.formatted(end.minusDays(1)))).isEqualTo(1);
        }
    }
}
