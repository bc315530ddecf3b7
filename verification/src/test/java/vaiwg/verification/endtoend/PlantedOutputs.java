package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import vaiwg.cli.Answer;
import vaiwg.demo.DemoProcess;
import vaiwg.demo.LeftTables;
import vaiwg.jobs.store.Database;
import vaiwg.verification.command.SiteAccounts;

/**
 * What verbs beside the job say and write where references are planted: of published figures, of a backup beside the data that it protects,
 * of an erasure, and on the pages as they are served.
 *
 * @param folder for their files
 * @param outputs in which they are put, by what they are
 */
record PlantedOutputs(Path folder, Map<String, String> outputs) {
    private static final String PLANTED = ExplainCommandIT.PLANTED;
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Pattern ADDRESS = Pattern.compile("The report is at (\\S+/)\\.");
    private static final String FIRST_PAGE = SmallCase.FORCE + "/newest/summary";

    /** Published figures beside a table of others, and as files that a demonstration leaves. */
    void ofTables(Database database, LocalDate end) throws Exception {
        Path table = Files.writeString(folder.resolve("table.csv"), """
                force,period,offence_group,outcome,count
                %s,%s,stalking_harassment,,1
                """.formatted(
                        SmallCase.FORCE, YearMonth.from(end).minusMonths(1)));
        List<String> words =
                with(List.of("compare", "--published", table.toString()), DatabaseArguments.of(database, folder));
        say("compare", 1, words);
        say("compare --json", 1, with(words, List.of("--json")));
        for (Path file : LeftTables.inEachForm(database, folder.resolve("left"))) {
            outputs.put(file.getFileName().toString(), lines(file));
        }
    }

    /** Of a table that was left, as CSV. */
    private String lines(Path file) throws Exception {
        if (file.toString().endsWith(".gz")) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        Path csv = folder.resolve(file.getFileName() + ".csv");
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement copy = duckDb.createStatement()) {
            copy.execute("COPY (SELECT * FROM read_parquet('" + file + "')) TO '" + csv + "' (FORMAT csv, HEADER)");
        }
        return Files.readString(csv);
    }

    /** What it lists; its files of tables and log are protected as these are. */
    void ofBackup(EventLog log, Database database) throws Exception {
        Path backup = folder.resolve("backup");
        say("backup", 0, with(List.of("backup", "--to", backup.toString()), servers(log, database)));
        outputs.put("manifest of the backup", Files.readString(backup.resolve("manifest.json")));
        try (Stream<Path> files = Files.walk(backup)) {
            outputs.put(
                    "names of files in the backup",
                    files.map(backup::relativize).map(Path::toString).collect(Collectors.joining("\n")));
        }
    }

    /**
     * All pages, for a login without a right to cases.
     *
     * @param report which names the pages
     */
    void ofPages(Database database, Path report) throws Exception {
        List<String> command = talkative();
        command.addAll(List.of("serve", "--port", "0", "--proxy-header", "X-Forwarded-User"));
        command.add("--proxy-secret-file");
        command.add(Files.writeString(folder.resolve("secret"), SECRET).toString());
        command.addAll(List.of("--grants", SiteAccounts.grants(folder, "Lead").toString()));
        command.addAll(DatabaseArguments.of(database, folder));
        try (DemoProcess serve = DemoProcess.start(command, folder)) {
            serve.awaitOutput(". Ctrl-C ends it");
            Matcher address = ADDRESS.matcher(serve.output());
            assertThat(address.find()).as(serve.output()).isTrue();
            HttpClient client = HttpClient.newHttpClient();
            for (String page : addresses(report)) {
                HttpResponse<String> answer = client.send(asLead(address.group(1) + page), BodyHandlers.ofString());
                outputs.put(
                        "served: " + page,
                        answer.statusCode() + "\n" + answer.headers().map() + "\n" + answer.body());
            }
            outputs.put("output of serve", serve.output());
            outputs.put("log of serve", serve.errors());
        }
        assertThat(outputs.get("served: " + FIRST_PAGE)).startsWith("200\n");
    }

    private static List<String> addresses(Path report) throws Exception {
        String newest = SmallCase.FORCE + "/newest/";
        List<String> addresses = new ArrayList<>(List.of(
                "",
                FIRST_PAGE,
                newest + "report.html",
                newest + "search?q=stalking",
                newest + "no-such-page",
                "no-such-force/newest/summary",
                "health"));
        for (JsonNode page : new ObjectMapper().readTree(report.toFile()).get("pages")) {
            addresses.add(newest + page.get("id").asText());
        }
        return addresses;
    }

    /** As the proxy passes it on. */
    private static HttpRequest asLead(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("X-Forwarded-User", SiteAccounts.LOGIN)
                .header("X-Proxy-Secret", SECRET)
                .build();
    }

    /**
     * An erasure as it is done: nothing reads the old topics after it.
     *
     * @param reference of a crime in the log
     */
    void ofErasure(EventLog log, Database database, String reference) throws Exception {
        List<String> words = List.of(
                "erase",
                "--force",
                SmallCase.FORCE,
                "--subject-file",
                Files.writeString(folder.resolve("subject"), reference + "\n").toString(),
                "--event-id-key",
                folder.resolve("event-id-key").toString());
        List<String> servers = servers(log, database);
        say("erase --dry-run", 1, with(words, with(servers, List.of("--dry-run"))));
        String into = "kept." + log.prefix();
        List<String> command = talkative();
        command.addAll(with(words, servers));
        command.addAll(List.of("--into", into, "--reason", "Request, decided by the controller"));
        try (DemoProcess erase = DemoProcess.start(command, folder)) {
            assertThat(erase.awaitEnd()).as(erase.errors()).isZero();
            assertThat(erase.output()).contains("The topics " + into + "* hold all the rest");
            outputs.put("output of erase", erase.output());
            outputs.put("log of erase", erase.errors());
        }
        assertThat(outputs.get("log of erase")).contains("Erased from the log");
    }

    /** None of them has a planted reference in it. */
    void requireNone() {
        outputs.forEach((where, text) -> assertThat(text).as(where).doesNotContain(PLANTED));
    }

    /** The command in a process, which logs more than it does for an operator. */
    private static List<String> talkative() {
        List<String> command = DemoProcess.command(System.getProperty("java.class.path"));
        command.add(command.indexOf("-cp"), "-Dlog.level=info");
        return command;
    }

    /** What a verb says in this JVM. */
    void say(String name, int exitCode, List<String> words) {
        Answer answer = Answer.to(words.toArray(String[]::new));
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(exitCode);
        outputs.put("answer of " + name, answer.toString());
    }

    private List<String> servers(EventLog log, Database database) throws Exception {
        return with(
                List.of("--kafka", log.bootstrapServers(), "--topic-prefix", log.prefix()),
                DatabaseArguments.of(database, folder));
    }

    @SafeVarargs
    static List<String> with(List<String> words, List<String>... more) {
        return Stream.concat(words.stream(), Stream.of(more).flatMap(List::stream))
                .toList();
    }
}
