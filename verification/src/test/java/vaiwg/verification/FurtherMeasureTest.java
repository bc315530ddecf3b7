package vaiwg.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.feed.PureSubjects;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.jobs.decode.Rejection;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.DashboardSeries;
import vaiwg.kpis.catalogue.DictionaryText;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.files.MeasureFile;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.Progress;

/** A further measure is one expression, as the one here: its figures, its page and its samples follow, and dashboards by the dictionary. */
class FurtherMeasureTest {
    private static final Measure RAPES_WITH_SUSPECT =
            MeasureFile.read("further.yaml", """
                    area: criminal_justice
                    measures:
                      rapes_with_suspect:
                        kind: share
                        title: Rapes with a named suspect
                        definition: Of rapes, by the day of recording, how many have a named suspect now.
                        denominator: active and rape
                        numerator: suspect_identified
                        bases: recorded
                        by: [total, theme]
                        dashboards: {recorded: 365d}
                        better: up
                        paper: "2.1.3"
                    """).get(0);

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate END = LocalDate.of(2025, 2, 1);

    private final Catalogue shipped = ShippedCatalogue.get();
    private final Catalogue catalogue = with(RAPES_WITH_SUSPECT);

    @Test
    void its_figures_are_counted() throws Exception {
        ForcePanes panes = new ForcePanes(catalogue);
        PureSubjects subjects = new PureSubjects(catalogue);
        List<FeedRecord> events = new ArrayList<>();
        SyntheticForce.westMidlands(3, FIRST, END).play(events::add);
        for (FeedRecord event : events) {
            if (!(event.value() instanceof Progress)) {
                for (DeltaEntry entry : known(subjects, event)) {
                    panes.add(entry);
                }
            }
        }
        while (panes.nextCutOff() <= LondonDays.dayOf(LondonDays.startOf(END).toEpochMilli())) {
            panes.advance();
        }
        int slot = slots().get(0);
        List<CrimeRecording> rapes = newest(events)
                .filter(crime -> crime.getStatus() == CrimeStatus.ACTIVE && isRape(crime))
                .filter(crime -> !crime.getRecordedAt().isBefore(LondonDays.startOf(END.minusDays(28))))
                .toList();
        assertThat(panes.denominator(slot)).isEqualTo(rapes.size());
        assertThat(panes.numerator(slot)).isEqualTo((int)
                rapes.stream().filter(crime -> !crime.getSuspects().isEmpty()).count());
    }

    /** The newest version of each crime. */
    private static Stream<CrimeRecording> newest(List<FeedRecord> events) {
        Map<String, CrimeRecording> newest = new HashMap<>();
        for (FeedRecord event : events) {
            if (event.value() instanceof CrimeRecording crime) {
                newest.merge(
                        crime.getCrimeReference(),
                        crime,
                        (one, other) -> one.getVersion() > other.getVersion() ? one : other);
            }
        }
        return newest.values().stream();
    }

    private static boolean isRape(CrimeRecording crime) {
        return crime.getOffenceCode() != null && crime.getOffenceCode().startsWith("19");
    }

    private static List<DeltaEntry> known(PureSubjects subjects, FeedRecord event) throws Rejection {
        long changedAt = ((Instant) event.value()
                        .get(event.value().getSchema().getField("changedAt").pos()))
                .toEpochMilli();
        return subjects.take(event.stream(), event.key(), event.value(), event.timestamp(), changedAt);
    }

    @Test
    void the_others_stay_what_they_are() {
        assertThat(shipped.measures())
                .allSatisfy(
                        measure -> assertThat(catalogue.definition(measure)).isEqualTo(shipped.definition(measure)));
        assertThat(catalogue.fingerprint()).isNotEqualTo(shipped.fingerprint());
    }

    @Test
    void its_page_and_its_samples_follow() {
        assertThat(new DictionaryText(catalogue).dictionary())
                .contains(
                        "### Rapes with a named suspect",
                        "`rapes_with_suspect`",
                        catalogue.definition(RAPES_WITH_SUSPECT));
        DashboardSeries pushed = DashboardSeries.of(catalogue);
        assertThat(IntStream.range(0, pushed.size()).mapToObj(pushed::slot)).containsAnyElementsOf(slots());
    }

    /** The first is the total of the first window. */
    private List<Integer> slots() {
        return IntStream.range(0, catalogue.slots())
                .filter(slot -> catalogue.columnOfSlot(slot).measure() == RAPES_WITH_SUSPECT)
                .boxed()
                .toList();
    }

    private Catalogue with(Measure further) {
        List<Measure> measures = new ArrayList<>(shipped.measures());
        measures.add(further);
        return new Catalogue(measures, shipped.maps());
    }
}
