package vaiwg.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.cli.Answer;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.feed.PureSubjects;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.jobs.SiteFiles;
import vaiwg.jobs.decode.Rejection;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.DictionaryText;
import vaiwg.kpis.catalogue.Lead;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.Sites;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.Progress;

/** A site's own measure, told apart by a dimension of its own, is one file of its folder: it is counted and explained as the shipped ones are. */
class SiteMeasureTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate END = LocalDate.of(2025, 2, 1);
    private static final String FILE = """
            area: intelligence
            dimensions:
              report:
                title: how it was reported
                values:
                  online: {title: Online, is: crime-recording.channel is ONLINE}
                  telephone: {title: By telephone, is: "crime-recording.channel is (999, 101)"}
            measures:
              reported_by:
                kind: share
                title: How crimes are reported
                definition: Of crimes whose record says how they were reported, how many in each way.
                dimension: report
                denominator: active and crime-recording.channel is there
                numerator: "{report}"
                bases: [recorded]
                by: [total, theme]
                place: annex
                paper: "2.2.1"
            """;

    @TempDir
    private Path folder;

    @Test
    void it_is_counted_and_explained() throws Exception {
        Path site = Files.createDirectories(folder.resolve("west-midlands"));
        Files.writeString(site.resolve("reports.yaml"), FILE);
        Catalogue catalogue = SiteFiles.catalogue(SiteFiles.read(List.of(site))).get();
        ForcePanes panes = played(catalogue, event -> !(event.value() instanceof Progress));

        int online = slot(catalogue, "reported_by", 0);
        int shipped = slot(catalogue, "reported_online", 0);
        assertThat(panes.denominator(online))
                .isEqualTo(panes.denominator(shipped))
                .isPositive();
        assertThat(panes.numerator(online)).isEqualTo(panes.numerator(shipped)).isPositive();
        assertThat(panes.numerator(slot(catalogue, "reported_by", 1))).isPositive();
        assertThat(new DictionaryText(catalogue).dictionary()).contains("### How crimes are reported", "By telephone");
        assertThat(ShippedCatalogue.get().measures())
                .allSatisfy(measure -> assertThat(catalogue.measures()).contains(measure));
    }

    /** The example's area has a lead, and its measure counts what the events say. */
    @Test
    void an_area_of_its_own_is_counted_explained_and_led() {
        Sites example = SiteFiles.read(List.of(Path.of("..", "sites", "example")));
        Catalogue catalogue = SiteFiles.catalogue(example).get();
        Measure measure = catalogue.measures().stream()
                .filter(one -> one.slug().equals("reported_by_partners"))
                .findFirst()
                .orElseThrow();
        assertThat(Priority.of(example)).hasSize(8).endsWith(measure.priority());
        assertThat(measure.priority().owner()).isEqualTo("the lead for Working with Partners");
        assertThat(Lead.of(example))
                .filteredOn(lead -> lead.area().equals(measure.priority()))
                .extracting(Lead::post)
                .containsExactly("Head of Partnerships");

        ForcePanes panes = played(catalogue, SiteMeasureTest::isRape);
        List<CrimeRecording> told = rapesOfLastWindow();
        int slot = slot(catalogue, "reported_by_partners", 0);
        assertThat(panes.denominator(slot)).isEqualTo(told.size()).isPositive();
        assertThat(panes.numerator(slot))
                .isEqualTo((int) told.stream()
                        .filter(crime -> crime.getChannel().equals("PARTNER_AGENCY"))
                        .count())
                .isPositive();

        String page = Answer.to("kpis", "--site", "../sites/example").output();
        assertThat(page).isEqualTo(new DictionaryText(catalogue).dictionary());
        assertThat(page.substring(page.indexOf("\n## Working with Partners\n")))
                .contains("Owner: the lead for Working with Partners.", "`reported_by_partners`");
        assertThat(Answer.to("kpis").output()).doesNotContain("Working with Partners");
    }

    private static boolean isRape(FeedRecord event) {
        return event.value() instanceof CrimeRecording crime
                && crime.getOffenceCode() != null
                && crime.getOffenceCode().startsWith("19");
    }

    /** The active rapes of the last 28 days whose newest version says how they were reported. */
    private static List<CrimeRecording> rapesOfLastWindow() {
        Map<String, CrimeRecording> newest = new HashMap<>();
        SyntheticForce.westMidlands(3, FIRST, END).play(event -> {
            if (isRape(event) && event.value() instanceof CrimeRecording crime) {
                newest.merge(
                        crime.getCrimeReference(),
                        crime,
                        (one, other) -> one.getVersion() > other.getVersion() ? one : other);
            }
        });
        return newest.values().stream()
                .filter(crime -> crime.getStatus() == CrimeStatus.ACTIVE && crime.getChannel() != null)
                .filter(crime -> !crime.getRecordedAt().isBefore(LondonDays.startOf(END.minusDays(28))))
                .toList();
    }

    private static ForcePanes played(Catalogue catalogue, Predicate<FeedRecord> chosen) {
        ForcePanes panes = new ForcePanes(catalogue);
        PureSubjects subjects = new PureSubjects(catalogue);
        SyntheticForce.westMidlands(3, FIRST, END).play(event -> {
            if (chosen.test(event)) {
                known(subjects, event).forEach(panes::add);
            }
        });
        while (panes.nextCutOff() <= LondonDays.dayOf(LondonDays.startOf(END).toEpochMilli())) {
            panes.advance();
        }
        return panes;
    }

    private static List<DeltaEntry> known(PureSubjects subjects, FeedRecord event) {
        Instant changedAt = (Instant) event.value()
                .get(event.value().getSchema().getField("changedAt").pos());
        try {
            return subjects.take(
                    event.stream(), event.key(), event.value(), event.timestamp(), changedAt.toEpochMilli());
        } catch (Rejection e) {
            throw new AssertionError(e);
        }
    }

    /** The total of the first window, of one of the measure's values. */
    private static int slot(Catalogue catalogue, String measure, int value) {
        return IntStream.range(0, catalogue.columns().size())
                .mapToObj(column -> catalogue.columns().get(column))
                .filter(column -> column.measure().slug().equals(measure))
                .skip(value)
                .findFirst()
                .orElseThrow()
                .firstSlot();
    }
}
