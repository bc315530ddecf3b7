package vaiwg.verification.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import vaiwg.cli.explain.ExplanationText;
import vaiwg.cli.explain.PublishedFigure;
import vaiwg.cli.explain.ReadLog;
import vaiwg.jobs.explain.CaseFigure;
import vaiwg.jobs.explain.CaseListener;
import vaiwg.jobs.explain.Explanation;
import vaiwg.jobs.explain.Figure;
import vaiwg.jobs.explain.FigureListener;
import vaiwg.jobs.explain.Movement;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.replay.LogPlayer;
import vaiwg.jobs.replay.ReplayListener;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.DateResolution;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.schemas.Source;
import vaiwg.schemas.TrustedClasses;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;
import vaiwg.verification.PageBlock;

/**
 * Three crimes, explained: one that ended with outcome 16, one without an outcome, one that was cancelled in July. The blocks in {@code
 * docs/figures.md} are what is printed of them; {@code -Dvaiwg.golden.write=true} writes them.
 */
class ExplainedCrimesTest {
    private static final String FORCE = "west-midlands";
    private static final String PREFIX = "vaiwg.";
    private static final Instant RECORDED = Instant.parse("2026-06-10T12:00:00Z");
    private static final Instant CANCELLED = Instant.parse("2026-07-12T09:30:00Z");
    private static final LocalDate BEFORE = LocalDate.of(2026, 7, 9);
    private static final LocalDate AFTER = LocalDate.of(2026, 7, 13);
    /** When what was cancelled within 90 days is counted. */
    private static final LocalDate LATER = LocalDate.of(2026, 9, 15);

    /** In the line that says it, where each run has another. */
    private static final long MEMORY = 64_000_000;

    private final Catalogue catalogue = ShippedCatalogue.get();
    private final Figure figure =
            Figure.find(catalogue, FORCE, "victim_attrition", "settled_28d", "365d", "theme=rape");
    private final List<LogRecord> log = new ArrayList<>();

    ExplainedCrimesTest() {
        TrustedClasses.register();
        add(EventStream.CRIME_RECORDING, "20CV/12345/26", crime("20CV/12345/26").build());
        add(EventStream.CRIME_RECORDING, "20CV/12346/26", crime("20CV/12346/26").build());
        add(EventStream.CRIME_RECORDING, "20CV/12347/26", crime("20CV/12347/26").build());
        add(EventStream.OUTCOME, "20CV/12345/26", outcome("20CV/12345/26"));
        add(
                EventStream.CRIME_RECORDING,
                "20CV/12347/26",
                crime("20CV/12347/26")
                        .setVersion(2)
                        .setEventId(id("20CV/12347/26 cancelled"))
                        .setChangedAt(CANCELLED)
                        .setStatus(CrimeStatus.CANCELLED)
                        .build());
    }

    @Test
    void a_figure_names_its_cases_and_the_page_shows_them() throws IOException {
        FigureListener heard = new FigureListener(catalogue, figure, List.of(cutOff(BEFORE), cutOff(AFTER)));
        LogPlayer player = play(heard);
        Explanation before = Explanation.of(figure, cutOff(BEFORE), heard.contributors());
        Explanation after = Explanation.of(figure, cutOff(AFTER), heard.contributors());
        assertThat(before.numerator() + " of " + before.denominator()).isEqualTo("1 of 3");
        assertThat(after.numerator() + " of " + after.denominator()).isEqualTo("1 of 2");
        assertThat(after.out()).extracting(one -> one.contributor().reference()).containsExactly("20CV/12347/26");

        StringWriter printed = new StringWriter();
        ExplanationText text = begin(printed, player, "as at " + AFTER);
        text.published(published(1, 2).compared(after, catalogue));
        text.cases(after);
        PageBlock.compare("figures.md", "explain", printed.toString());

        assertThat(published(1, 3).compared(after, catalogue).difference())
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("Published is 1 of 3, and the log has 1 of 2: ./vaiwg reconcile looks"));
    }

    @Test
    void what_moved_it_is_a_cancellation_and_the_page_shows_it() throws IOException {
        FigureListener heard = new FigureListener(catalogue, figure, List.of(cutOff(BEFORE), cutOff(AFTER)));
        LogPlayer player = play(heard);
        List<Movement> movements = Movement.between(figure, cutOff(BEFORE), cutOff(AFTER), heard.contributors());
        assertThat(movements).hasSize(1);
        assertThat(movements.get(0).denominator()).isEqualTo(-1);

        StringWriter printed = new StringWriter();
        ExplanationText text = begin(printed, player, "between " + BEFORE + " and " + AFTER);
        Explanation before = Explanation.of(figure, cutOff(BEFORE), heard.contributors());
        Explanation after = Explanation.of(figure, cutOff(AFTER), heard.contributors());
        text.published(published(1, 3).compared(before, catalogue));
        text.published(published(1, 2).compared(after, catalogue));
        text.movements(movements);
        PageBlock.compare("figures.md", "explain between", printed.toString());
    }

    @Test
    void a_case_is_in_figures_and_after_its_cancellation_in_those_of_what_was_cancelled() throws IOException {
        CaseListener heard = new CaseListener(catalogue, FORCE, "20CV/12347/26");
        play(heard);
        assertThat(heard.records()).hasSize(2);
        assertThat(heard.at(cutOff(BEFORE)))
                .filteredOn(one -> one.figure().name().equals(figure.name()))
                .singleElement()
                .satisfies(one -> assertThat(one.counted().isIn()).isTrue());
        assertThat(heard.at(cutOff(AFTER)))
                .filteredOn(one -> one.figure().name().equals(figure.name()))
                .singleElement()
                .satisfies(one -> assertThat(one.counted().isIn()).isFalse())
                .extracting(one -> one.counted().last().orElseThrow().why(), STRING)
                .startsWith("cancelled");
        assertThat(heard.at(cutOff(LATER)))
                .filteredOn(one -> one.figure().column().measure().slug().equals("cancelled_share"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.counted().isInNumerator()).isTrue());

        List<CaseFigure> ofFigure = heard.at(cutOff(AFTER)).stream()
                .filter(one -> one.figure().name().equals(figure.name()))
                .toList();
        StringWriter printed = new StringWriter();
        new ExplanationText(new PrintWriter(printed))
                .ofCase("20CV/12347/26", "as at " + AFTER, heard.records(), ofFigure);
        PageBlock.compare("figures.md", "explain case", printed.toString());
    }

    @Test
    void of_each_figure_in_which_a_case_is_it_is_said_what_put_it_in_and_since_when() {
        CaseListener heard = new CaseListener(catalogue, FORCE, "20CV/12345/26");
        play(heard);
        StringWriter printed = new StringWriter();
        new ExplanationText(new PrintWriter(printed))
                .ofCase("20CV/12345/26", "as at " + AFTER, heard.records(), heard.at(cutOff(AFTER)));

        List<String> lines = printed.toString().lines().toList();
        int in = indexOfTitle(lines, "In: ");
        assertThat(lines.subList(in + 1, indexOfTitle(lines, "Not in: ") - 1))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line).matches("  [a-z0-9_ ]+(, in the denominator)?: .+ on [-0-9]{10} \\(.+\\)"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("  recorded_offences recorded 365d: it became known on 2026-06-10 (")
                        .contains("theme=rape", "total"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("  victim_attrition settled_28d 365d: it became known on 2026-06-11 (")
                        .contains("theme=rape"));
    }

    private static int indexOfTitle(List<String> lines, String title) {
        return IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    /** The lines with which the command begins behind those of its progress. */
    private ExplanationText begin(StringWriter printed, LogPlayer player, String when) {
        PrintWriter out = new PrintWriter(printed);
        out.println(ReadLog.kept(player, MEMORY));
        ExplanationText text = new ExplanationText(out);
        text.heading(figure, when);
        return text;
    }

    /** What the tables have of the figure at a midnight. */
    private PublishedFigure published(int numerator, int denominator) {
        String definition = catalogue.definition(figure.column().measure());
        return new PublishedFigure(
                1,
                true,
                Optional.of(new PublishedFigure.Row(Optional.of(numerator), Optional.of(denominator), definition)));
    }

    private LogPlayer play(ReplayListener listener) {
        LogPlayer player = new LogPlayer(
                catalogue, PREFIX, EventOptions.of(Forces.any()), Optional.empty(), listener, Clock.systemUTC());
        player.play(new PlayedLog(log, 1));
        return player;
    }

    private void add(EventStream stream, String key, SpecificRecord event) {
        long offset = log.stream().filter(record -> record.stream() == stream).count();
        log.add(new LogRecord(
                stream.topic(PREFIX),
                stream,
                0,
                offset,
                Envelope.changedAt(event).toEpochMilli(),
                key,
                event));
    }

    private static CrimeRecording.Builder crime(String reference) {
        return CrimeRecording.newBuilder()
                .setCrimeReference(reference)
                .setForce(FORCE)
                .setEventId(id(reference))
                .setVersion(1)
                .setChangedAt(RECORDED)
                .setSource(Source.SYNTHETIC)
                .setDateResolution(DateResolution.DAY)
                .setStatus(CrimeStatus.ACTIVE)
                .setRecordedAt(RECORDED)
                .setOffenceCode("19C")
                .setVictim(Victim.newBuilder().setKind(VictimKind.PERSON).build());
    }

    private static Outcome outcome(String reference) {
        return Outcome.newBuilder()
                .setCrimeReference(reference)
                .setForce(FORCE)
                .setEventId(id(reference + " outcome"))
                .setVersion(1)
                .setChangedAt(RECORDED.plusSeconds(86_400))
                .setSource(Source.SYNTHETIC)
                .setDateResolution(DateResolution.DAY)
                .setOutcomeType("16")
                .setAssignedAt(RECORDED.plusSeconds(86_400))
                .build();
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static int cutOff(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}
