package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.cli.Answer;
import vaiwg.demo.DemoProcess;
import vaiwg.demo.embedded.EmbeddedPrometheus;
import vaiwg.jobs.SiteFiles;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.reference.Sites;
import vaiwg.kpis.time.LondonDays;
import vaiwg.verification.command.SiteAccounts;

/** On three histories every form of what is published names the same figures as to act on, to watch, improving, and short of their target. */
@Timeout(900)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(InstallationExtension.class)
class VerdictsOfAllFormsIT {
    /** What each form does not show; of all else it has to say what is published. Matters and mails show all that is to act on or to watch. */
    private static final Predicate<String> IN_REPORT = series -> !series.contains("lpa=");

    /** Where female victims are chosen, of whom there are no charts, tables have the states of all victims. */
    private static final List<String> THEMES =
            List.of("all", "rape", "other_sexual", "stalking_harassment", "domestic_abuse");

    private static final Predicate<String> ON_DASHBOARDS = IN_REPORT.and(series -> !series.contains("theme=")
            || THEMES.stream().anyMatch(theme -> series.matches(".*theme=" + theme + "(;.*)?")));

    private static final List<String> NUMBERS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Pattern LEAD =
            Pattern.compile("(\\w+) matters? needs? action(?: and (\\w+) (?:is|are) to be watched)?\\. .*");
    private static final Pattern SHORT = Pattern.compile("(\\w+) figures? (?:is|are) short of");
    private static final Pattern SHORT_HERE = Pattern.compile("(\\w+) figures? here (?:is|are) short of target\\.");
    /** Pages whose first sentences say how many of their figures are short of target. */
    private static final Set<String> COUNTING =
            Set.of("domestic-abuse-and-stalking", "open-cases", "victims", "what-works");

    private static final Pattern MAILED = Pattern.compile("\\* \\[(.+?)] (.+), since \\d+ \\w+ \\d{4}\\. .*");
    private static final Pattern MORE = Pattern.compile("\\* (\\d+) more");
    private static final Pattern HOW_SURE =
            Pattern.compile("(Strong|Fair|Weak): (early warning|28-day periods|level beside that of a year before)"
                    + "(; (1 chart of other cases agrees|\\d+ charts of other cases agree))?"
                    + "(; (1 chart that shares cases shows|\\d+ charts that share cases show) it too)?");
    private static final int ON_PAGE_2 = 7;
    private static final int ON_PAGE_1 = 3;
    private static final String ACTED_ON = " AND state = 'act' AND why <> 'data'";
    private static final String WATCHED = " AND NOT (state = 'act' AND why <> 'data')";
    /** Which matters page 1 names before figures that are short of target, and in which order; nobody answers these forces. */
    private static final List<String> FIRST = List.of(
            ACTED_ON + " AND movement = 'worse'",
            ACTED_ON + " AND movement <> 'worse'",
            WATCHED + " AND due < as_at AND movement = 'worse'",
            WATCHED + " AND due < as_at AND movement <> 'worse'",
            WATCHED + " AND due >= as_at AND movement = 'worse'");

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final Instant looked = LondonDays.startOf(PlantedHistories.END).plus(Duration.ofHours(1));
    private Path folder;
    private EmbeddedPrometheus prometheus;
    private JobRun run;

    @BeforeAll
    void play(Installation installation) throws Exception {
        folder = installation.newFolder("forms");
        Path program = EmbeddedPrometheus.program().orElseThrow(() -> new AssertionError("apt-get install prometheus"));
        prometheus = EmbeddedPrometheus.start(
                program,
                QuickRules.writeTo(installation.newFolder("project"), ""),
                installation.newFolder("prometheus"));
        EventLog log = installation.newLog();
        log.send(new PlantedHistories().records());
        Instant end = LondonDays.startOf(PlantedHistories.END);
        log.completeThrough(end);
        run = installation.start(
                log,
                RunSettings.of(end, 2).withRemoteWrite(URI.create(prometheus.url() + "/api/v1/write")),
                SiteFiles.catalogue(Sites.shipped()));
        run.awaitRow(
                "all forces are published",
                "SELECT FROM kpi_snapshot WHERE as_at = '" + PlantedHistories.END
                        + "' GROUP BY as_at HAVING count(*) = 3");
        run.stop();
        // The server comes to its statistics at some time: what is asked before it does may take minutes.
        try (Connection connection = run.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    @AfterAll
    void close() throws Exception {
        run.close();
        prometheus.close();
    }

    @Test
    void what_was_planted_is_what_is_published() throws Exception {
        assertThat(named(PlantedHistories.RISING, "act", "watch")).contains("victim_attrition theme=rape");
        assertThat(named(PlantedHistories.MENDING, "improving")).contains("decision_told ");
        assertThat(named(PlantedHistories.MENDING, "short")).contains("victims_code duty=all_five");
        assertThat(named(PlantedHistories.QUIET, "act")).isEmpty();
        assertThat(named(PlantedHistories.QUIET, "short")).doesNotContain("victims_code duty=all_five");
        assertThat(rows("SELECT DISTINCT target FROM kpi_verdict" + at(PlantedHistories.QUIET)
                        + " AND kpi = 'victims_code' AND slice = 'duty=all_five'"))
                .containsExactly("meets");
    }

    private Set<String> named(String force, String... words) throws Exception {
        Set<String> named = new TreeSet<>();
        published(force).forEach((series, said) -> {
            if (Stream.of(words).anyMatch(said::contains)) {
                named.add(series);
            }
        });
        return named;
    }

    /** By series what is published of it, where there is something to say. */
    private TreeMap<String, Set<String>> published(String force) throws Exception {
        TreeMap<String, Set<String>> said = new TreeMap<>();
        for (String row :
                rows("SELECT kpi || ' ' || slice || '|' || state || '|' || target FROM kpi_verdict" + at(force))) {
            String[] parts = row.split("\\|");
            Set<String> words = SaidInReport.words(parts[1], parts[2].equals("short"));
            if (!words.isEmpty()) {
                SaidInReport.put(said, parts[0], words);
            }
        }
        return said;
    }

    private static String at(String force) {
        return " WHERE force = '" + force + "' AND as_at = '" + PlantedHistories.END + "'";
    }

    /** Of the series that it lists a form says what is published, and it lists all that it shows of which there is something to say. */
    private void requireAgreement(
            String form, String force, TreeMap<String, Set<String>> shown, Predicate<String> shows) throws Exception {
        TreeMap<String, Set<String>> published = published(force);
        TreeMap<String, Set<String>> expected = new TreeMap<>();
        shown.keySet().forEach(series -> expected.put(series, published.getOrDefault(series, Set.of())));
        assertThat(shown).as(form).isNotEmpty().isEqualTo(expected);
        assertThat(shown.keySet())
                .as(form)
                .containsAll(published.keySet().stream().filter(shows).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {PlantedHistories.RISING, PlantedHistories.MENDING, PlantedHistories.QUIET})
    void a_report_says_it_in_each_of_its_files_and_on_each_live_page(String force) throws Exception {
        Path report = report(force);
        JsonNode json =
                new ObjectMapper().readTree(report.resolve("report.json").toFile());
        List<JsonNode> pages = new ArrayList<>();
        json.get("pages").forEach(pages::add);
        List<JsonNode> measures = new ArrayList<>();
        json.get("measures").forEach(measure -> measures.add(measure.get("page")));
        requireAgreement("the ten pages", force, SaidInReport.bySeries(pages), series -> false);
        requireAgreement("pages of measures", force, SaidInReport.bySeries(measures), IN_REPORT.and(read()::contains));

        List<String> lines = pages.stream()
                .flatMap(page -> SaidInReport.lines(page, false).stream())
                .toList();
        assertThat(SaidInReport.lines(Files.readString(report.resolve("index.html"))))
                .as("the document")
                .isEqualTo(lines);
        List<String> workbook = pages.stream()
                .flatMap(page -> SaidInReport.lines(page, true).stream())
                .toList();
        try (Connection connection = run.database().connect();
                ReportNumbers numbers = new ReportNumbers(connection, report, force)) {
            assertThat(numbers.query("""
                            SELECT concat_ws('|', max(text) FILTER (WHERE col = 'A'), max(text) FILTER (WHERE col = 'H'),
                                coalesce(max(text) FILTER (WHERE col = 'K'), ''))
                            FROM cells WHERE regexp_matches(sheet, '^\\d+ ')
                            GROUP BY sheet, line HAVING list_contains(['%s'], max(text) FILTER (WHERE col = 'H'))
                            ORDER BY regexp_extract(sheet, '^\\d+')::int, line
                            """.formatted(String.join("', '", SaidInReport.STATES))))
                    .as("the workbook")
                    .isEqualTo(workbook);
        }
        saysItsMatters(force, pages.get(0), pages.get(1));
        countsItsShortfalls(pages);
        String printed = ReportTexts.printed(report).replaceAll("\\s+", " ");
        assertThat(printed).contains(pages.get(0).get("lead").asText());
        sentences(pages.get(0), "What is worst, or to be explained")
                .forEach(sentence ->
                        assertThat(printed).contains(sentence.get("headline").asText()));
        if (force.equals(PlantedHistories.RISING)) {
            addsUp(json);
        }
        areAlike(json);
        saysItLive(
                force, Stream.concat(pages.stream(), measures.stream().limit(3)).toList());
    }

    private Set<String> read() throws Exception {
        return new TreeSet<>(rows("SELECT v.kpi || ' ' || v.slice FROM kpi_verdict v JOIN kpi_measure m USING (kpi)"
                + " WHERE m.read_basis IS NOT NULL AND NOT m.restricted AND v.as_at = '" + PlantedHistories.END + "'"));
    }

    private Path report(String force) throws Exception {
        Path report = folder.resolve("report-" + force);
        command(
                "report",
                "--force",
                force,
                "--as-at",
                PlantedHistories.END.toString(),
                "--tier",
                "internal",
                "--out",
                report.toString());
        return report;
    }

    private void command(String verb, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of(verb));
        words.addAll(List.of(options));
        words.addAll(DatabaseArguments.of(run.database(), folder));
        Answer answer = Answer.to(words.toArray(String[]::new));
        assertThat(answer.exitCode()).as(answer.errors()).isZero();
    }

    private void saysItsMatters(String force, JsonNode first, JsonNode second) throws Exception {
        List<String> matters = matters(force);
        Matcher counted = LEAD.matcher(first.get("lead").asText());
        long missed = named(force, "short").stream()
                .filter(series -> !series.contains("theme=") && !series.contains("lpa="))
                .count();
        Matcher told = SHORT.matcher(first.get("lead").asText());
        assertThat(told.find() ? number(told.group(1)) : 0).as("short").isEqualTo((int) missed);
        if (matters.isEmpty()) {
            assertThat(first.get("lead").asText()).startsWith("Nothing needs action or is to be watched.");
        } else {
            assertThat(counted.matches()).as(first.get("lead").asText()).isTrue();
            long act =
                    matters.stream().filter(matter -> matter.startsWith("ACT ")).count();
            assertThat(number(counted.group(1))).isEqualTo(act);
            assertThat(counted.group(2) == null ? 0 : number(counted.group(2))).isEqualTo(matters.size() - (int) act);
        }
        List<String> worst = sentences(first, "What is worst, or to be explained").stream()
                .map(sentence -> sentence.get("state").asText() + " "
                        + sentence.get("headline").asText())
                .toList();
        List<String> before = new ArrayList<>();
        for (String which : FIRST) {
            before.addAll(sentencesOf(matters(force, which)));
        }
        List<String> others = sentencesOf(matters(force, WATCHED + " AND due >= as_at AND movement <> 'worse'"));
        assertThat(worst.stream()
                        .filter(sentence -> !sentence.contains(" is short of its target of "))
                        .toList())
                .as("what is to be acted on or late, what became worse, and then what only moved")
                .isEqualTo(Stream.concat(before.stream(), others.stream())
                        .filter(worst::contains)
                        .toList());
        assertThat(worst)
                .containsAll(before.stream().limit(ON_PAGE_1).toList())
                .hasSizeGreaterThanOrEqualTo(Math.min(ON_PAGE_1, matters.size()));
        boolean improves = sentences(first, "What improves").stream()
                .anyMatch(sentence -> sentence.get("state").asText().equals("IMPROVING"));
        Set<String> improving = new TreeSet<>(named(force, "improving"));
        // What is short of its target is not among the best.
        improving.removeAll(named(force, "short"));
        assertThat(improves).as("what is best").isIn(improving.contains("decision_told "), !improving.isEmpty());

        List<String> listed = new ArrayList<>();
        String title = "";
        for (JsonNode block : second.get("blocks")) {
            if (block.get("kind").asText().equals("matters")) {
                title = block.get("title").asText();
                block.get("matters")
                        .forEach(matter -> listed.add(matter.get("state").asText() + " "
                                + matter.get("title").asText()));
            }
        }
        assertThat(listed).isEqualTo(matters.stream().limit(ON_PAGE_2).toList());
        if (matters.size() > ON_PAGE_2) {
            assertThat(title).contains("first seven of ");
        }
        saysWhatTheyAreNow(force, first, second);
    }

    /** Each page of a theme that has the room. */
    private static void countsItsShortfalls(List<JsonNode> pages) {
        for (JsonNode page : pages) {
            if (COUNTING.contains(page.get("id").asText())) {
                Matcher told = SHORT_HERE.matcher(page.get("lead").asText());
                long missed = page.findValuesAsText("met").stream()
                        .filter("SHORT"::equals)
                        .count();
                assertThat(told.find() ? number(told.group(1)) : 0)
                        .as(page.get("title").asText())
                        .isEqualTo((int) missed);
            }
        }
    }

    /** What raised a matter and what it is now is the same on page 1, on page 2 and on dashboards, which leave out what is of few. */
    private void saysWhatTheyAreNow(String force, JsonNode first, JsonNode second) throws Exception {
        TreeMap<String, String> said = new TreeMap<>();
        for (String row : rows("SELECT matter || '|' || figures FROM dashboard_matter('" + force
                + "', 'all', 'all') WHERE figures <> 'too few cases to show numbers'")) {
            int end = row.indexOf('|');
            said.put(row.substring(0, end), row.substring(end + 1));
        }
        assertThat(said.values())
                .allMatch(figures -> figures.matches("(Raised on|Early warning:|Latest judged:) .*\\."));
        if (force.equals(PlantedHistories.RISING)) {
            assertThat(said).isNotEmpty();
        }
        sentences(first, "What is worst, or to be explained")
                .forEach(sentence -> requireSame(
                        said,
                        sentence.get("headline").asText().replaceFirst("\\.$", ""),
                        sentence.get("text").asText()));
        second.findValues("matters")
                .forEach(matters -> matters.forEach(matter -> requireSame(
                        said, matter.get("title").asText(), matter.get("text").asText())));
    }

    private static void requireSame(Map<String, String> said, String title, String text) {
        if (said.containsKey(title)) {
            assertThat(text).as(title).isEqualTo(said.get(title));
        }
    }

    private static int number(String word) {
        String small = word.toLowerCase(Locale.UK);
        return small.equals("none") ? 0 : small.matches("\\d+") ? Integer.parseInt(small) : NUMBERS.indexOf(small);
    }

    private static List<JsonNode> sentences(JsonNode page, String title) {
        List<JsonNode> sentences = new ArrayList<>();
        page.get("blocks").forEach(block -> {
            if (block.path("title").asText().startsWith(title)) {
                block.get("sentences").forEach(sentences::add);
            }
        });
        return sentences;
    }

    /** As the report names what is to be done: "ACT Rape: more cases end without the victim's support". */
    private List<String> matters(String force) throws Exception {
        return matters(force, "");
    }

    private List<String> matters(String force, String which) throws Exception {
        return rows(
                "SELECT CASE WHEN why = 'data' THEN 'CHECK_THE_DATA' ELSE upper(state) END || ' ' || what FROM kpi_matter"
                        + at(force) + which + " ORDER BY place");
    }

    /** As page 1 names them. */
    private static List<String> sentencesOf(List<String> matters) {
        return matters.stream()
                .map(matter -> matter.replaceFirst("^CHECK_THE_DATA ", "WATCH ") + ".")
                .toList();
    }

    /** Areas beside the force: one of them is "Area not known", and together they are the force, in cases and in what is counted. */
    static void addsUp(JsonNode json) {
        List<JsonNode> grids = new ArrayList<>();
        for (JsonNode page : json.get("pages")) {
            if (List.of("places", "rape").contains(page.get("id").asText())) {
                page.get("blocks").forEach(block -> {
                    if (block.path("rowHead").asText().equals("Area")) {
                        grids.add(block);
                    }
                });
            }
        }
        assertThat(grids)
                .extracting(grid -> grid.get("title").asText())
                .contains("Stalking and harassment, all victims")
                .anyMatch(title -> title.startsWith("Where"));
        grids.forEach(VerdictsOfAllFormsIT::addsUpInEachColumn);
        for (JsonNode grid : json.get("pages").findValues("lines")) {
            for (JsonNode line : grid) {
                if (line.get("title").asText().equals("The force")) {
                    assertThat(line.findValuesAsText("state"))
                            .as("the force has cases where its areas have")
                            .doesNotContain("NONE");
                }
            }
        }
    }

    private static void addsUpInEachColumn(JsonNode grid) {
        String title = grid.get("title").asText();
        JsonNode lines = grid.get("lines");
        assertThat(lines.findValuesAsText("title")).as(title).contains("Area not known", "The force");
        for (int column = 0; column < grid.get("columns").size(); column++) {
            int[] areas = new int[2];
            int[] force = new int[2];
            for (JsonNode line : lines) {
                JsonNode figure = line.get("cells").get(column).get("figure");
                int[] sum = line.get("total").asBoolean() ? force : areas;
                sum[0] += figure.path("numerator").asInt();
                sum[1] += figure.path("denominator").asInt();
            }
            assertThat(areas)
                    .as(title + ": " + grid.get("columns").get(column).asText())
                    .isEqualTo(force);
        }
    }

    /** A figure of one series has one value, wherever it stands. */
    private static void areAlike(JsonNode json) {
        TreeMap<String, String> values = new TreeMap<>();
        for (JsonNode figure : json.findValues("figure")) {
            if (figure.hasNonNull("numerator")) {
                String series = Stream.of("kpi", "basis", "window", "slice", "asAt")
                        .map(name -> figure.get(name).asText())
                        .reduce("", (one, other) -> one + " " + other);
                String value = figure.get("numerator") + " of " + figure.get("denominator");
                assertThat(values.put(series, value)).as(series).isIn(null, value);
            }
        }
        assertThat(values).hasSizeGreaterThan(50);
    }

    private void saysItLive(String force, List<JsonNode> pages) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        List<String> command = DemoProcess.command(System.getProperty("java.class.path"));
        command.addAll(List.of("serve", "--port", "0"));
        command.addAll(List.of("--grants", SiteAccounts.grants(folder, "Lead").toString()));
        command.addAll(List.of("--proxy-header", "X-Forwarded-User", "--proxy-secret-file"));
        command.add(Files.writeString(folder.resolve("secret"), SECRET).toString());
        command.addAll(DatabaseArguments.of(run.database(), folder));
        try (DemoProcess serve = DemoProcess.start(command, folder)) {
            serve.awaitOutput(". Ctrl-C ends it");
            Matcher address = Pattern.compile("The report is at (\\S+/)\\.").matcher(serve.output());
            assertThat(address.find()).as(serve.output()).isTrue();
            for (JsonNode page : pages) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create(address.group(1) + force + "/newest/"
                                        + page.get("id").asText()))
                                .header("X-Forwarded-User", SiteAccounts.LOGIN)
                                .header("X-Proxy-Secret", SECRET)
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(SaidInReport.lines(answer.body()))
                        .as(page.get("title").asText())
                        .isEqualTo(SaidInReport.lines(page, false));
            }
        }
    }

    /** Each figure that asks is in one matter, and asks as that does. */
    @ParameterizedTest
    @ValueSource(strings = {PlantedHistories.RISING, PlantedHistories.MENDING, PlantedHistories.QUIET})
    void open_matters_dashboards_and_mails_name_what_is_to_act_on_or_to_watch(String force) throws Exception {
        List<String> figures = rows("SELECT kpi || ' ' || slice FROM kpi_matter" + at(force)
                + " UNION ALL SELECT split_part(other, '|', 1) || ' ' || split_part(other, '|', 3)"
                + " FROM kpi_matter, unnest(shown_also || same_cases) other" + at(force));
        assertThat(figures).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(named(force, "act", "watch"));
        assertThat(rows("SELECT m.what FROM kpi_matter m JOIN kpi_verdict v USING (force, as_at, publication)"
                        + at(force)
                        + " AND v.state IN ('act', 'watch') AND (v.kpi, v.slice) IN (SELECT m.kpi, m.slice UNION ALL"
                        + " SELECT split_part(other, '|', 1), split_part(other, '|', 3) FROM unnest(m.shown_also || m.same_cases) other)"
                        + " GROUP BY m.matter, m.what, m.state HAVING NOT bool_and(v.state = m.state)"))
                .as("what a matter holds has its state")
                .isEmpty();
        assertThat(rows("SELECT what FROM kpi_matter" + at(force)
                        + " AND (due <> raised + 14 OR day >= raised OR raised > as_at)"))
                .as("an answer is due fourteen days after what raised it was known")
                .isEmpty();

        assertThat(rows("SELECT v.sentence FROM kpi_verdict v JOIN kpi_measure m USING (kpi)" + at(force)
                        + " AND v.state IN ('act', 'watch', 'improving') AND v.figures NOT LIKE '%between two of them%' AND (v.more IS NULL AND m.kind = 'share' AND v.usual IS NOT NULL"
                        + " OR v.figures NOT LIKE '%' || to_char(abs(v.more), 'FM999,999,990')"
                        + " || CASE WHEN v.more < 0 THEN ' fewer ' ELSE ' more ' END || '%')"))
                .as("people, not only points; rare events are told by the days from one to the next")
                .isEmpty();

        List<String> onDashboards =
                rows("SELECT upper(state) || ' ' || matter FROM dashboard_matter('" + force + "', 'all', 'all')");
        assertThat(onDashboards)
                .containsExactlyInAnyOrderElementsOf(
                        rows("SELECT upper(state) || ' ' || what FROM kpi_matter" + at(force)));
        assertThat(rows("SELECT shown_by FROM dashboard_matter('" + force + "', 'all', 'all')"))
                .allMatch(HOW_SURE.asMatchPredicate());

        Path mails = folder.resolve("mails-" + force);
        command("digest", "--force", force, "--as-at", PlantedHistories.END.toString(), "--out", mails.toString());
        List<String> mailed = new ArrayList<>();
        int more = 0;
        for (Priority area : Priority.shipped()) {
            Path mail = mails.resolve(area.slug().replace('_', '-') + ".txt");
            String open = Files.exists(mail) ? Files.readString(mail).replaceFirst("(?s)\nEnded since .*", "") : "";
            for (String line : open.lines().toList()) {
                Matcher matter = MAILED.matcher(line);
                Matcher others = MORE.matcher(line);
                if (others.matches()) {
                    more += Integer.parseInt(others.group(1));
                } else if (matter.matches()) {
                    mailed.add(matter.group(1).toUpperCase(Locale.UK).replace(' ', '_') + " " + matter.group(2));
                }
            }
        }
        assertThat(mailed).doesNotHaveDuplicates().isSubsetOf(matters(force));
        assertThat(mailed.size() + more)
                .as("five lines a mail, and how many more")
                .isEqualTo(matters(force).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {PlantedHistories.RISING, PlantedHistories.MENDING, PlantedHistories.QUIET})
    void dashboards_mark_each_figure_as_is_published(String force) throws Exception {
        TreeMap<String, Set<String>> shown = new TreeMap<>();
        Set<String> parts = new TreeSet<>();
        for (String theme : THEMES) {
            for (String row : rows("""
                    SELECT concat_ws('|', f.kpi, coalesce(nullif(m.place_slice, ''), split_part(v.line, E'\\t', 1), ''),
                        (f.name LIKE '%%, all themes')::text, replace(f.verdict, '|', ' '))
                    FROM dashboard_figure('%s', '%s', 'all', ARRAY(SELECT kpi FROM kpi_measure)) f
                    JOIN kpi_measure m USING (kpi)
                    LEFT JOIN LATERAL unnest(string_to_array(m.dimension_values, E'\\n')) v(line) ON m.place_slice = ''
                    WHERE m.place_slice <> '' OR m.dimension_values = '' OR m.dimension_values IS NULL
                       OR strpos(f.name, ': ' || split_part(v.line, E'\\t', 2) || ' ' || CASE m.direction WHEN 'up' THEN '(higher is better)' WHEN 'down' THEN '(lower is better)' ELSE '↕' END) > 0
                    """.formatted(force, theme))) {
                String[] cells = row.split("\\|");
                String slice = Stream.of(
                                cells[1], theme.equals("all") || Boolean.parseBoolean(cells[2]) ? "" : "theme=" + theme)
                        .filter(cut -> !cut.isEmpty())
                        .sorted()
                        .reduce((one, other) -> one + ";" + other)
                        .orElse("");
                parts.add(cells[0] + " " + cells[1]);
                String code = cells[3].split(" ")[0];
                SaidInReport.put(
                        shown,
                        cells[0] + " " + slice,
                        SaidInReport.words(
                                Map.of("better", "improving").getOrDefault(code, code),
                                code.equals("short") || cells[3].endsWith(", short of target")));
            }
        }
        Predicate<String> listed = series -> parts.contains(series.replaceFirst(";?theme=\\w+", ""));
        requireAgreement("dashboards", force, shown, ON_DASHBOARDS.and(listed));
    }

    @ParameterizedTest
    @ValueSource(strings = {PlantedHistories.RISING, PlantedHistories.MENDING, PlantedHistories.QUIET})
    void alerts_name_what_is_to_act_on_and_what_is_to_watch(String force) throws Exception {
        TreeMap<String, String> alerts = new TreeMap<>();
        for (JsonNode series : OpenSignals.of(prometheus.url(), looked)) {
            if (series.at("/metric/force").asText().equals(force)) {
                alerts.merge(
                        series.at("/metric/kpi").asText() + " "
                                + series.at("/metric/theme").asText(),
                        series.at("/metric/state").asText().equals("act") ? "act" : "watch",
                        (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
        TreeMap<String, String> published = new TreeMap<>();
        for (String row : rows("SELECT v.kpi || ' ' || coalesce(nullif(v.theme, ''), 'all') || '|' || "
                + OpenSignals.alertedState()
                + " FROM kpi_verdict v WHERE "
                + OpenSignals.areNamed(force, PlantedHistories.END))) {
            published.merge(
                    row.replaceFirst("\\|.*", ""),
                    row.replaceFirst(".*\\|", ""),
                    (one, other) -> one.compareTo(other) < 0 ? one : other);
        }
        assertThat(alerts).isEqualTo(published);
    }

    private List<String> rows(String query) throws Exception {
        try (Connection connection = run.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
