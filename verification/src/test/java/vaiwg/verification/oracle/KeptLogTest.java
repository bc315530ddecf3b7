package vaiwg.verification.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vaiwg.cli.feed.EventDecoder;
import vaiwg.cli.feed.EventEncoder;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.jobs.decode.EventReader;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Dimension;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Progress;
import vaiwg.schemas.Victim;

/**
 * The log outlives every release: what an earlier build wrote, on all streams, is read by this one to the last record, and gives the
 * figures that the earlier build counted. One log is kept of each release, with {@code -Dvaiwg.golden.write=true}; an older one is never
 * written anew.
 */
class KeptLogTest {
    /** Measures whose definition was corrected after a release, with the reason: the others give what they gave. */
    private static final Map<String, String> CORRECTED_SINCE = Map.ofEntries(
            Map.entry("cancelled_share", "what is cancelled as another force's (C1) is transferred (decision 200)"),
            Map.entry("substitution_cancelled", "likewise (decision 200)"),
            Map.entry("decision_told", "of more outcomes, and never told before the decision (decision 200)"),
            Map.entry("dvpo_within_48h", "the 48 hours are without those of Sundays and holidays (decision 133)"),
            Map.entry("dvpo_rate", "notices have a rate of their own (decision 141)"),
            Map.entry("gender_hate_marked", "hate crimes count whatever the offence (decision 162)"),
            Map.entry("review_takeup", "a decision of nobody who is named is not the police's (decision 162)"),
            Map.entry("serial_managed", "a refusal ends no full order (decision 162)"),
            Map.entry("easi_completion", "a session that was entered twice is one (decision 162)"),
            Map.entry("survey_response", "its channels cannot be added up (decision 162)"),
            Map.entry("n100_confirmed_28d", "the log is played with a class where it has none (decision 162)"),
            Map.entry("n100_open_28d", "the log is played with a class where it has none (decision 162)"));
    /** Figures about figures, which are no measures any more (decision 190), and what has another rule and name (docs/changes/counting.md). */
    private static final Set<String> REMOVED_SINCE =
            Set.of("revision_28d", "revision_90d", "ingest_latency_p95", "leads_reported", "positive_outcome");
    /** Slices that are parts of one that a release had: together they count what it did. */
    private static final Map<String, String> PARTS_SINCE = Map.of("age=13-15", "age=13-17", "age=16-17", "age=13-17");
    /** Places in a line of figures. */
    private static final int BASIS = 4;

    private static final int WINDOW = 5;
    private static final int SLICE = 6;
    private static final int NUMERATOR = 7;

    private static final int DENOMINATOR = 8;

    private static final Pattern OF_FURTHER_THEME =
            Pattern.compile("theme=(?!(rape|other_sexual|stalking_harassment|domestic_abuse)$).*");

    private static final Set<String> OWN_DIMENSIONS = ShippedCatalogue.get().measures().stream()
            .flatMap(measure -> measure.dimension().stream())
            .map(Dimension::name)
            .collect(Collectors.toSet());

    private static final long SEED = 40;
    /** Of few crimes; of long ago; by months; of few persons who meet again and again. */
    private static final List<Integer> FORCES = List.of(1, 3, 5, 6);

    private static final int SNAPSHOTS = 4;
    /** Of the random histories' outcomes the one that the framework does not have. */
    private static final String NO_CODE = "23";

    /** Assault with injury, which is in no theme. */
    private static final String OF_NO_THEME = "8N";

    private static final int OLDEST = 120;

    /**
     * How a build counts a measure: by which basis, over which window, told apart by what. A measure that is broken down further since a release, or
     * read over more windows, has figures that it did not have, and of each cut that it had all of them.
     */
    private record Cut(String kind, String measure, String basis, String window, List<String> keys) {
        static Cut of(String line) {
            String[] fields = line.split(",", -1);
            if (fields[0].equals("late")) {
                return new Cut(fields[0], "", "", "", List.of());
            }
            List<String> keys =
                    Stream.of(fields[SLICE].split(";", -1)).map(Cut::key).toList();
            return new Cut(fields[0], FigureLines.measure(line), fields[BASIS], fields[WINDOW], keys);
        }

        /**
         * Of a part of a slice without its value; with it of a theme that is none of the strategy's four, as those are asked for apart, and of a
         * measure's own dimension, as each value of it was a measure, with windows of its own.
         */
        private static String key(String part) {
            String name = part.replaceFirst("=.*", "");
            return OF_FURTHER_THEME.matcher(part).matches() || OWN_DIMENSIONS.contains(name) ? part : name;
        }
    }

    static List<String> releases() {
        return List.of("0.1.0");
    }

    @BeforeAll
    static void keepWhatThisBuildWrites() throws Exception {
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            for (String release : releases()) {
                KeptLog log = new KeptLog(release);
                if (!log.isKept()) {
                    write(log);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void every_record_of_a_released_build_is_read(String release) throws Exception {
        EventReader reader = new EventReader(EventOptions.of(Forces.any()), CodeMaps.shipped());
        Set<EventStream> known = new HashSet<>();
        Set<EventStream> streams = new HashSet<>();
        Set<String> events = new HashSet<>();
        int copies = 0;
        int progress = 0;
        for (KeptLog.Entry entry : new KeptLog(release).records()) {
            DecodedRecord arrival = reader.read(entry.stream(), entry.asReceived());
            assertThat(arrival.rejected)
                    .as("%s %s@%d: %s", entry.force(), entry.stream(), entry.offset(), arrival.detail)
                    .isNull();
            known.add(entry.stream());
            if (arrival.progress) {
                progress++;
            } else {
                streams.add(entry.stream());
                copies += events.add(entry.force() + arrival.version.eventId()) ? 0 : 1;
            }
        }
        // A later build may know further streams.
        assertThat(streams).isEqualTo(known).hasSizeGreaterThanOrEqualTo(10);
        assertThat(progress).isPositive();
        assertThat(copies).isPositive();
    }

    /**
     * Of each measure, as the build counted it, every line is one of that build, and the other way round. Of a later one its log has figures too,
     * but where the measure is of records with a field that the build did not have.
     */
    @ParameterizedTest
    @MethodSource("releases")
    void its_log_gives_the_figures_that_it_counted(String release) throws Exception {
        KeptLog log = new KeptLog(release);
        List<String> counted = log.figures();

        FormerNames former = new FormerNames();
        List<String> now = asSlicedThen(figures(log.records(), log.people(), snapshots(counted)).stream()
                .map(former::of)
                .toList());

        assertThat(counted.stream().filter(line -> line.startsWith("late,"))).isNotEmpty();
        Set<String> measures = counted.stream().map(FigureLines::measure).collect(Collectors.toSet());
        assertThat(now.stream().map(FigureLines::measure).filter(measure -> !measures.contains(measure)))
                .doesNotContainAnyElementsOf(ofLaterFields());
        List<String> told = told(counted, log);
        assertThat(told).hasSizeLessThan(counted.size());
        Set<Cut> cuts = counted.stream().map(Cut::of).collect(Collectors.toSet());
        List<String> again =
                now.stream().filter(line -> cuts.contains(Cut.of(line))).toList();
        assertThat(comparable(again)).containsExactlyElementsOf(comparable(told));
    }

    private static List<String> ofLaterFields() {
        return ShippedCatalogue.get().measures().stream()
                .filter(measure -> measure.dimension().isEmpty())
                .filter(measure -> measure.newFields().stream().anyMatch(measure::isOnlyOfRecordsWith))
                .map(Measure::slug)
                .toList();
    }

    /** With the slices of a release, added up of their parts; a percentile is no sum, and is left out there. */
    private static List<String> asSlicedThen(List<String> lines) {
        Map<String, long[]> sums = new TreeMap<>();
        List<String> others = new ArrayList<>();
        for (String line : lines) {
            String part = PARTS_SINCE.keySet().stream()
                    .filter(line::contains)
                    .findFirst()
                    .orElse("");
            if (part.isEmpty()) {
                others.add(line);
            } else if (!isOfPercentile(line)) {
                String[] fields = line.replace(part, PARTS_SINCE.get(part)).split(",", -1);
                boolean isCount = fields[DENOMINATOR].isEmpty();
                String names = String.join(",", List.of(fields).subList(0, NUMERATOR));
                long[] sum = sums.computeIfAbsent(names + (isCount ? ",%d," : ",%d,%d"), key -> new long[2]);
                sum[0] += Long.parseLong(fields[NUMERATOR]);
                sum[1] += isCount ? 0 : Long.parseLong(fields[DENOMINATOR]);
            }
        }
        sums.forEach((line, sum) -> {
            // On a day on which one came into a stock and another left it there is no line.
            if (!line.startsWith("day,") || sum[0] != 0 || sum[1] != 0) {
                others.add(String.format(Locale.ROOT, line, sum[0], sum[1]));
            }
        });
        Collections.sort(others);
        return others;
    }

    private static boolean isOfPercentile(String line) {
        return ShippedCatalogue.get().measures().stream()
                .filter(measure -> measure.quantity().isPresent())
                .anyMatch(measure -> measure.slug().equals(FigureLines.measure(line)));
    }

    /** Since then a measure has no figure before the streams that tell it (decision 126); what it counted was nothing of some cases. */
    private static List<String> told(List<String> counted, KeptLog log) throws Exception {
        EventDecoder decoder = new EventDecoder();
        StreamsOfLog streams = new StreamsOfLog(ShippedCatalogue.get(), new FormerNames());
        Map<String, List<LogRecord>> byForce = new LinkedHashMap<>();
        for (KeptLog.Entry entry : log.records()) {
            byForce.computeIfAbsent(entry.force(), force -> new ArrayList<>()).add(decoded(entry, decoder));
        }
        for (Map.Entry<String, List<LogRecord>> of : byForce.entrySet()) {
            streams.add(of.getKey(), of.getValue(), SEED);
        }
        return comparable(counted).stream()
                .filter(line -> isTold(line.split(",", -1), streams))
                .filter(line ->
                        !isOfPercentile(line) || PARTS_SINCE.values().stream().noneMatch(line::contains))
                .toList();
    }

    private static boolean isTold(String[] line, StreamsOfLog streams) {
        if (line[0].equals("late")) {
            return true;
        }
        if (line[0].equals("day")) {
            return streams.tell(line[1], line[3], Long.MAX_VALUE - 1);
        }
        return streams.tell(line[1], line[3], midnight(LocalDate.parse(line[2])));
    }

    private static long midnight(LocalDate day) {
        return LondonDays.startOf(day).toEpochMilli();
    }

    private static List<String> comparable(List<String> lines) {
        return lines.stream()
                .filter(line -> !CORRECTED_SINCE.containsKey(FigureLines.measure(line)))
                .filter(line -> !REMOVED_SINCE.contains(FigureLines.measure(line)))
                .toList();
    }

    /** The days by force of which a build kept figures. */
    private static Map<String, List<LocalDate>> snapshots(List<String> figures) {
        return figures.stream()
                .map(line -> line.split(",", -1))
                .filter(fields -> fields[0].equals("value"))
                .collect(Collectors.groupingBy(
                        fields -> fields[1],
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                lines -> lines.stream()
                                        .map(fields -> LocalDate.parse(fields[2]))
                                        .distinct()
                                        .toList())));
    }

    private static List<String> figures(List<KeptLog.Entry> log, String people, Map<String, List<LocalDate>> snapshots)
            throws Exception {
        EventDecoder decoder = new EventDecoder();
        Catalogue catalogue = RandomForces.catalogue(RandomForces.areas(FORCES), Optional.of(people), Optional.empty());
        FigureLines figures = new FigureLines(catalogue);
        for (Map.Entry<String, List<LocalDate>> of : snapshots.entrySet()) {
            List<LogRecord> records = new ArrayList<>();
            for (KeptLog.Entry entry : log) {
                if (entry.force().equals(of.getKey())) {
                    records.add(asCountedThen(decoded(entry, decoder)));
                }
            }
            new PureRun(catalogue, figures, of.getKey(), of.getValue()).play(records, SEED);
        }
        return figures.sorted();
    }

    /**
     * Since then a record without a class, or of N100, is no crime whatever its markers (decision 162): one that is marked is given a class of no
     * theme, with which it counts as it did. And the age is that at the offence (decision 200): a record says the age that it had, in the year of
     * recording.
     */
    private static LogRecord asCountedThen(LogRecord record) {
        if (record.value() instanceof CrimeRecording crime) {
            if (crime.getDateResolution() == DateResolution.DAY
                    && crime.getFlags().toString().contains("DOMESTIC_ABUSE")
                    && (crime.getOffenceCode() == null || crime.getOffenceCode().equals("N100"))) {
                crime.setOffenceCode(OF_NO_THEME);
            }
            Victim victim = crime.getVictim();
            if (victim != null && victim.getBirthYear() != null) {
                int age = LondonDays.yearOf(crime.getRecordedAt().toEpochMilli()) - victim.getBirthYear();
                victim.setAgeAtOffence(age);
                // Too old to be known is so in the year of the offence too.
                victim.setBirthYear(age > OLDEST ? 1 : victim.getBirthYear());
            }
        }
        return record;
    }

    private static LogRecord decoded(KeptLog.Entry entry, EventDecoder decoder) {
        return new LogRecord(
                entry.stream().topic(entry.force() + "."),
                entry.stream(),
                entry.partition(),
                entry.offset(),
                entry.timestamp(),
                entry.key() == null ? null : new String(entry.key(), StandardCharsets.UTF_8),
                decoder.decode(entry.value()).orElseThrow());
    }

    private static void write(KeptLog kept) throws Exception {
        RandomHistories histories = new RandomHistories(SEED);
        EventEncoder encoder = new EventEncoder();
        List<KeptLog.Entry> entries = new ArrayList<>();
        Map<String, List<LocalDate>> snapshots = new LinkedHashMap<>();
        for (int force : FORCES) {
            History history = histories.of(force);
            history = history.with(
                    history.records().stream().filter(KeptLogTest::isPlain).toList());
            snapshots.put(history.force(), histories.snapshots(history, force, SNAPSHOTS));
            for (LogRecord record : Log.of(history.force() + ".", List.of(history))) {
                entries.add(new KeptLog.Entry(
                        history.force(),
                        record.stream(),
                        record.partition(),
                        record.offset(),
                        record.timestamp(),
                        record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8),
                        encoder.encode(record.value())));
            }
        }
        String people = SomePeople.of(FORCES.stream().max(Integer::compare).orElseThrow(), SEED);
        kept.write(entries, people, figures(entries, people, snapshots));
    }

    /** What no build rejects, and every build counts alike: whose reading is settled. */
    private static boolean isPlain(FeedRecord record) {
        boolean ahead = !(record.value() instanceof Progress)
                && Envelope.changedAt(record.value()).toEpochMilli() > record.timestamp();
        if (record.value() instanceof Outcome outcome) {
            return !ahead
                    && !NO_CODE.equals(outcome.getOutcomeType())
                    && (outcome.getAssignedAt() == null
                            || !outcome.getAssignedAt().isAfter(outcome.getChangedAt()));
        }
        if (record.value() instanceof CpsReferral submission) {
            return !ahead && (submission.getReturnedAt() == null || submission.getActionPlanDueAt() != null);
        }
        return !ahead && !record.value().toString().contains("\"status\": \"VALUE\", \"value\": null");
    }
}
