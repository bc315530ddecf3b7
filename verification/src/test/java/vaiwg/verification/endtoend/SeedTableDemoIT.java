package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.demo.DemoProcess;
import vaiwg.demo.embedded.EmbeddedDatabase;
import vaiwg.jobs.options.PasswordFile;

/**
 * A person plays the paper's table, looks around, and ends it with Ctrl-C. One run for all tests, as each takes a minute; the last
 * two end it and look at what it left.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(600)
class SeedTableDemoIT {
    private static final Pattern DATABASE = Pattern.compile("--database (\\S+)");
    private static final Pattern PASSWORD_FILE = Pattern.compile("--database-password-file '([^']+)'");

    @TempDir
    static Path folder;

    private DemoProcess demo;

    @BeforeAll
    void start() throws Exception {
        demo = DemoProcess.demo(folder, "--scenario", "seed-table");
        demo.awaitOutput(" --out report");
    }

    @AfterAll
    void end() throws Exception {
        demo.close();
    }

    @Test
    @Tag("pitfall-3")
    @Tag("pitfall-4")
    void the_papers_table_is_printed_as_the_paper_has_it_with_the_union_once() {
        assertThat(demo.output()).contains("""

                The paper's table of outcome 16 (section 2.3.6), counted from events
                Force: west-midlands (SYNTHETIC: nobody in it exists). As at the beginning of 2021-10-01.

                Theme                             Recorded  Outcome 16      %
                All Rape                             1,275         694  54.4%
                All other sexual offences            1,399         587  42.0%
                Stalking & Harassment               13,448       5,613  41.7%
                All DA marked offences              17,478      12,338  70.6%
                Any of the four, each crime once    29,180      16,114  55.2%

                Domestic abuse (DA) overlaps the other three, so the rows do not add up: the last line counts each crime once.
                The paper states neither period nor basis. Here: recorded in 365 days, outcomes known by the end (to_date, 365d).
                """);
    }

    @Test
    void every_line_fits_a_terminal_of120_columns_and_no_warning_reaches_it() throws Exception {
        assertThat(demo.output().lines())
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(120));
        assertThat(demo.errors()).isEmpty();
        assertThat(DemoProcess.data(folder).resolve("logs/vaiwg.log")).isNotEmptyFile();
    }

    @Test
    void the_reports_pages_are_the_first_address_and_show_the_newest_day() throws Exception {
        Matcher address = Pattern.compile("Where to look:\n  the report      (http://127\\.0\\.0\\.1:\\d+/)\n")
                .matcher(demo.output());
        assertThat(address.find()).isTrue();
        HttpResponse<String> page = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(address.group(1))).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("As at 1 October 2021", "SYNTHETIC DATA");
    }

    /** Whoever waits for years to be played has something to look at: what is printed next comes once records are sent. */
    @Test
    void the_address_of_the_page_is_printed_before_anything_is_sent_or_counted() {
        List<String> lines = demo.output().lines().toList();
        assertThat(lines.get(0)).startsWith("Playing ");
        assertThat(lines.get(1))
                .matches("The report, which grows while the history is played: http://127\\.0\\.0\\.1:\\d+/");
        assertThat(demo.output())
                .containsSubsequence("The report, which grows ", "sending: ", "The paper's table", "Where to look:")
                .contains("  the report      " + lines.get(1).replaceFirst(".* ", "") + "\n");
    }

    @Test
    void every_address_that_is_printed_answers() throws Exception {
        assertThat(demo.ports()).hasSizeGreaterThanOrEqualTo(4);
        for (int port : demo.ports()) {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
        }
    }

    @Test
    void a_second_demo_in_the_same_folder_is_rejected_in_one_sentence() throws Exception {
        try (DemoProcess second = DemoProcess.demo(folder, "--scenario", "seed-table")) {
            assertThat(second.awaitEnd()).isEqualTo(2);
            assertThat(second.output()).isEmpty();
            assertThat(second.errors())
                    .isEqualTo("vaiwg: The folder " + DemoProcess.data(folder) + " is in use by another run (process "
                            + demo.pid() + "); stop that run, or choose another folder.\n");
        }
    }

    @Test
    void the_line_printed_for_the_tables_connects_as_it_is() throws Exception {
        Matcher line = Pattern.compile("the tables +(.+\\\\\n.+)").matcher(demo.output());
        assertThat(line.find()).isTrue();
        Process psql = new ProcessBuilder("sh", "-c", line.group(1) + " -At -c 'SELECT count(*) > 0 FROM kpi_snapshot'")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(psql.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("t\n");
    }

    @Test
    void neither_it_nor_a_server_of_it_listens_beyond_the_loopback_address() throws Exception {
        Set<ProcessHandle> processes = new HashSet<>(DemoProcess.servers(folder));
        processes.add(ProcessHandle.of(demo.pid()).orElseThrow());
        List<String> sockets = ListeningSockets.of(processes);
        Set<Integer> ports = sockets.stream()
                .map(socket -> Integer.parseInt(socket.substring(socket.indexOf(':') + 1), 16))
                .collect(Collectors.toSet());
        assertThat(ports).as("the list holds what the output names").containsAll(demo.ports());
        assertThat(sockets).as("addresses in hexadecimal").allMatch(ListeningSockets::isLoopback);
    }

    @Test
    void the_password_of_its_database_is_in_no_list_of_processes() throws Exception {
        ProcessList.requireWithout(List.of(PasswordFile.read(Path.of(passwordFile()))), demo);
    }

    @Test
    @Order(Integer.MAX_VALUE - 2)
    void the_jobs_page_takes_no_jar_and_lets_no_other_page_read() throws Exception {
        Matcher page = Pattern.compile("the job +(http://\\S+)").matcher(demo.output());
        assertThat(page.find()).isTrue();
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<String> configuration = client.send(
                HttpRequest.newBuilder(URI.create(page.group(1) + "/config"))
                        .header("Origin", "https://evil.example")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(configuration.body())
                .contains("\"web-submit\":false", "\"web-cancel\":false", "\"web-rescale\":false");
        assertThat(configuration.headers().allValues("access-control-allow-origin"))
                .isEqualTo(List.of(page.group(1)));
        HttpResponse<String> upload = client.send(
                HttpRequest.newBuilder(URI.create(page.group(1) + "/jars/upload"))
                        .POST(HttpRequest.BodyPublishers.ofString("jar"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(upload.statusCode()).isEqualTo(405);
    }

    @Test
    void the_folder_is_its_owners_alone() throws Exception {
        Path data = DemoProcess.data(folder);
        assertThat(Files.getPosixFilePermissions(data)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(data.resolve("logs/vaiwg.log")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_day_without_a_snapshot_is_rejected_with_the_nearest_days() {
        Answer answer = Answer.to(
                "report",
                "--database",
                database(),
                "--database-password-file",
                passwordFile(),
                "--as-at",
                "2021-11-05",
                "--out",
                folder.toString());
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors()).contains("2021-10-01").hasLineCount(1);
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void ctrl_c_ends_it_with130_and_neither_process_nor_port_is_left() throws Exception {
        reportInto("live", database());
        Set<ProcessHandle> servers = DemoProcess.servers(folder);
        assertThat(servers).hasSizeGreaterThan(1);
        long start = System.nanoTime();
        demo.interrupt();
        assertThat(demo.awaitEnd()).isEqualTo(130);
        System.out.printf("Ended %.1f s after Ctrl-C in the live phase%n", (System.nanoTime() - start) / 1e9);
        assertThat(demo.output()).endsWith("\nEnding ...\n");
        assertThat(demo.errors())
                .as("of the jar that it was offered")
                .isEqualToIgnoringWhitespace(
                        "vaiwg: The REST port refused a request that would change the job (POST)\n");
        assertThat(servers).noneMatch(DemoProcess::isRunning);
        for (int port : demo.ports()) {
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port))
                    .as("port %s", port)
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void the_database_that_it_left_gives_the_same_report_byte_for_byte() throws Exception {
        try (EmbeddedDatabase left =
                EmbeddedDatabase.start(DemoProcess.data(folder).resolve("postgres"))) {
            reportInto("left", left.database().url());
        }
        for (String file :
                new String[] {"index.html", "report.pdf", "report.xlsx", "figures.csv", "report.json", "manifest.json"
                }) {
            assertThat(folder.resolve("left").resolve(file))
                    .isNotEmptyFile()
                    .hasSameBinaryContentAs(folder.resolve("live").resolve(file));
        }
        assertThat(Files.readString(folder.resolve("left/index.html"))).contains("SYNTHETIC");
    }

    private void reportInto(String name, String url, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "report",
                "--database",
                url,
                "--database-password-file",
                passwordFile(),
                "--as-at",
                "2021-10-01",
                "--out",
                folder.resolve(name).toString()));
        arguments.addAll(List.of(more));
        Answer answer = Answer.to(arguments.toArray(String[]::new));
        assertThat(answer.exitCode()).as(answer.errors()).isZero();
    }

    private String database() {
        return printed(DATABASE);
    }

    private String passwordFile() {
        return printed(PASSWORD_FILE);
    }

    private String printed(Pattern option) {
        Matcher found = option.matcher(demo.output());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
